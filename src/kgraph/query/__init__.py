"""What `KnowledgeGraph` asks of the store, one kind of question a module."""

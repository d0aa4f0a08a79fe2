"""Every question a user asks of a graph: a class for each kind of question, which `KnowledgeGraph` is made of."""

PRAGMA application_id = 1801941616;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, published TEXT, source TEXT, url TEXT,
    path TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;
INSERT INTO "articles" VALUES('sanctions','独、ベラルーシに制裁','独、ベラルーシに制裁
ドイツは3月、ベラルーシに新たな制裁を科した。フランスも夏までにベラルーシへ制裁を科す方針だ。日本の高木首相は昨年、パリでデュポン氏と会談していた。','2024-04-01',NULL,NULL,'sanctions.txt','f05299ff8d37836e0bd64dcc04a40ce66440686931247db65ca6f05a98c32847');
INSERT INTO "articles" VALUES('summit','日仏首脳がパリで会談','日仏首脳がパリで会談
日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。高木首相はドイツ外務省を訪れる予定はない。','2025-05-13','架空通信',NULL,'summit.txt','ee16dfadf425ec656ddcee6af8add565581619dfa9470b190490dabf54176cdd');
CREATE TABLE assertions (
        id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles, source TEXT NOT NULL REFERENCES entities, type TEXT NOT NULL,
        target TEXT NOT NULL REFERENCES entities, status TEXT NOT NULL, date TEXT, attributed_to TEXT REFERENCES entities,
        confidence REAL NOT NULL, rule TEXT NOT NULL, sentence TEXT NOT NULL, start INTEGER NOT NULL,
        "end" INTEGER NOT NULL) STRICT;
INSERT INTO "assertions" VALUES('sanctions:11:country:DE:sanction:country:BY','sanctions','country:DE','sanction','country:BY','asserted','2024-03',NULL,0.8,'sanction.verb','ドイツは3月、ベラルーシに新たな制裁を科した。',11,34);
INSERT INTO "assertions" VALUES('sanctions:34:country:FR:sanction:country:BY','sanctions','country:FR','sanction','country:BY','planned','2024',NULL,0.8,'sanction.verb','フランスも夏までにベラルーシへ制裁を科す方針だ。',34,58);
INSERT INTO "assertions" VALUES('sanctions:58:person:マリー・デュポン:negotiation:person:高木一郎','sanctions','person:マリー・デュポン','negotiation','person:高木一郎','asserted','2023',NULL,0.8,'negotiation.verb','日本の高木首相は昨年、パリでデュポン氏と会談していた。',58,85);
INSERT INTO "assertions" VALUES('summit:11:person:マリー・デュポン:leadership:country:FR','summit','person:マリー・デュポン','leadership','country:FR','asserted',NULL,NULL,0.8,'leadership.verb','日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。',11,44);
INSERT INTO "assertions" VALUES('summit:11:person:高木一郎:leadership:country:JP','summit','person:高木一郎','leadership','country:JP','asserted',NULL,NULL,0.8,'leadership.verb','日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。',11,44);
INSERT INTO "assertions" VALUES('summit:11:person:高木一郎:negotiation:person:マリー・デュポン','summit','person:高木一郎','negotiation','person:マリー・デュポン','asserted','2025-05-12',NULL,0.8,'negotiation.verb','日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。',11,44);
INSERT INTO "assertions" VALUES('summit:44:person:高木一郎:negotiation:organization:ドイツ外務省','summit','person:高木一郎','negotiation','organization:ドイツ外務省','negated',NULL,'person:高木一郎',0.8,'negotiation.verb','高木首相はドイツ外務省を訪れる予定はない。',44,65);
CREATE TABLE entities (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, name_en TEXT, aliases TEXT NOT NULL,
        country TEXT, first_seen TEXT, last_seen TEXT) STRICT;
INSERT INTO "entities" VALUES('country:BY','country','ベラルーシ','Belarus','[]',NULL,NULL,NULL);
INSERT INTO "entities" VALUES('country:DE','country','ドイツ','Germany','["独"]',NULL,NULL,NULL);
INSERT INTO "entities" VALUES('country:FR','country','フランス','France','["仏"]',NULL,NULL,NULL);
INSERT INTO "entities" VALUES('country:JP','country','日本','Japan','["日"]',NULL,NULL,NULL);
INSERT INTO "entities" VALUES('organization:ドイツ外務省','organization','ドイツ外務省',NULL,'[]','country:DE',NULL,NULL);
INSERT INTO "entities" VALUES('person:マリー・デュポン','person','マリー・デュポン','Marie Dupont','["デュポン", "デュポン大統領", "デュポン氏"]','country:FR',NULL,NULL);
INSERT INTO "entities" VALUES('person:高木一郎','person','高木一郎','Ichiro Takagi','["高木首相"]','country:JP',NULL,NULL);
INSERT INTO "entities" VALUES('place:パリ','place','パリ','Paris','[]',NULL,NULL,NULL);
INSERT INTO "entities" VALUES('place:南島','place','南島',NULL,'[]',NULL,NULL,NULL);
CREATE TABLE event_participants (
        owner TEXT NOT NULL REFERENCES events, position INTEGER NOT NULL, entity TEXT NOT NULL REFERENCES entities, role TEXT NOT NULL,
        PRIMARY KEY (owner, position)) STRICT;
INSERT INTO "event_participants" VALUES('event:meeting-2023',0,'person:マリー・デュポン','party');
INSERT INTO "event_participants" VALUES('event:meeting-2023',1,'person:高木一郎','party');
INSERT INTO "event_participants" VALUES('event:meeting-2025',0,'person:マリー・デュポン','party');
INSERT INTO "event_participants" VALUES('event:meeting-2025',1,'person:高木一郎','party');
INSERT INTO "event_participants" VALUES('event:sanction',0,'country:DE','source');
INSERT INTO "event_participants" VALUES('event:sanction',1,'country:BY','target');
INSERT INTO "event_participants" VALUES('event:undated',0,'person:高木一郎','party');
CREATE TABLE events (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, label TEXT NOT NULL, date TEXT, place TEXT,
        assertions TEXT NOT NULL, articles TEXT NOT NULL) STRICT;
INSERT INTO "events" VALUES('event:meeting-2023','negotiation','高木首相とデュポン氏の会談','2023','place:パリ','["sanctions:58:person:マリー・デュポン:negotiation:person:高木一郎"]','["sanctions"]');
INSERT INTO "events" VALUES('event:meeting-2025','negotiation','パリでの首脳会談','2025-05-12','place:パリ','["summit:11:person:高木一郎:negotiation:person:マリー・デュポン"]','["summit"]');
INSERT INTO "events" VALUES('event:sanction','sanction','ドイツがベラルーシに制裁','2024-03',NULL,'["sanctions:11:country:DE:sanction:country:BY"]','["sanctions"]');
INSERT INTO "events" VALUES('event:undated','negotiation','訪問の見送り',NULL,NULL,'["summit:44:person:高木一郎:negotiation:organization:ドイツ外務省"]','["summit"]');
CREATE TABLE extracted (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, published TEXT, source TEXT, url TEXT,
    path TEXT NOT NULL, sha256 TEXT NOT NULL
, fingerprint TEXT NOT NULL, extraction TEXT NOT NULL) STRICT;
INSERT INTO "extracted" VALUES('sanctions','独、ベラルーシに制裁','独、ベラルーシに制裁
ドイツは3月、ベラルーシに新たな制裁を科した。フランスも夏までにベラルーシへ制裁を科す方針だ。日本の高木首相は昨年、パリでデュポン氏と会談していた。','2024-04-01',NULL,NULL,'sanctions.txt','f05299ff8d37836e0bd64dcc04a40ce66440686931247db65ca6f05a98c32847','v1','{"article":"sanctions","referents":[{"key":"country:BY","type":"country","name":"ベラルーシ","name_en":null,"names":["ベラルーシ"],"known":false,"country":null,"titles":[]},{"key":"country:DE","type":"country","name":"ドイツ","name_en":null,"names":["ドイツ","独"],"known":false,"country":null,"titles":[]},{"key":"country:FR","type":"country","name":"フランス","name_en":null,"names":["フランス","仏"],"known":false,"country":null,"titles":[]},{"key":"country:JP","type":"country","name":"日本","name_en":null,"names":["日本","日"],"known":false,"country":null,"titles":[]},{"key":"organization:ドイツ外務省","type":"organization","name":"ドイツ外務省","name_en":null,"names":["ドイツ外務省"],"known":false,"country":null,"titles":[]},{"key":"person:マリー・デュポン","type":"person","name":"マリー・デュポン","name_en":null,"names":["マリー・デュポン","デュポン","デュポン大統領","デュポン氏"],"known":false,"country":null,"titles":[]},{"key":"person:高木一郎","type":"person","name":"高木一郎","name_en":null,"names":["高木一郎","高木首相"],"known":false,"country":null,"titles":[]},{"key":"place:パリ","type":"place","name":"パリ","name_en":null,"names":["パリ"],"known":false,"country":null,"titles":[]},{"key":"place:南島","type":"place","name":"南島","name_en":null,"names":["南島"],"known":false,"country":null,"titles":[]}],"mentions":[{"article":"sanctions","start":0,"end":1,"text":"独","kind":"name","type":"country","entity":"country:DE","reason":"listed"},{"article":"sanctions","start":2,"end":7,"text":"ベラルーシ","kind":"name","type":"country","entity":"country:BY","reason":"listed"},{"article":"sanctions","start":61,"end":65,"text":"高木首相","kind":"name","type":"person","entity":"person:高木一郎","reason":"listed"}],"assertions":[{"id":"sanctions:11:country:DE:sanction:country:BY","article":"sanctions","source":"country:DE","type":"sanction","target":"country:BY","status":"asserted","date":"2024-03","attributed_to":null,"confidence":0.8,"rule":"sanction.verb","sentence":"ドイツは3月、ベラルーシに新たな制裁を科した。","start":11,"end":34},{"id":"sanctions:34:country:FR:sanction:country:BY","article":"sanctions","source":"country:FR","type":"sanction","target":"country:BY","status":"planned","date":"2024","attributed_to":null,"confidence":0.8,"rule":"sanction.verb","sentence":"フランスも夏までにベラルーシへ制裁を科す方針だ。","start":34,"end":58},{"id":"sanctions:58:person:マリー・デュポン:negotiation:person:高木一郎","article":"sanctions","source":"person:マリー・デュポン","type":"negotiation","target":"person:高木一郎","status":"asserted","date":"2023","attributed_to":null,"confidence":0.8,"rule":"negotiation.verb","sentence":"日本の高木首相は昨年、パリでデュポン氏と会談していた。","start":58,"end":85}],"events":[{"id":"event:sanction","article":"sanctions","type":"sanction","label":"ドイツがベラルーシに制裁","date":"2024-03","place":null,"status":"asserted","participants":[{"entity":"country:DE","role":"source"},{"entity":"country:BY","role":"target"}],"assertions":["sanctions:11:country:DE:sanction:country:BY"],"start":11,"end":34},{"id":"event:meeting-2023","article":"sanctions","type":"negotiation","label":"高木首相とデュポン氏の会談","date":"2023","place":"place:パリ","status":"asserted","participants":[{"entity":"person:マリー・デュポン","role":"party"},{"entity":"person:高木一郎","role":"party"}],"assertions":["sanctions:58:person:マリー・デュポン:negotiation:person:高木一郎"],"start":58,"end":85}]}');
INSERT INTO "extracted" VALUES('summit','日仏首脳がパリで会談','日仏首脳がパリで会談
日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。高木首相はドイツ外務省を訪れる予定はない。','2025-05-13','架空通信',NULL,'summit.txt','ee16dfadf425ec656ddcee6af8add565581619dfa9470b190490dabf54176cdd','v1','{"article":"summit","referents":[{"key":"country:BY","type":"country","name":"ベラルーシ","name_en":null,"names":["ベラルーシ"],"known":false,"country":null,"titles":[]},{"key":"country:DE","type":"country","name":"ドイツ","name_en":null,"names":["ドイツ","独"],"known":false,"country":null,"titles":[]},{"key":"country:FR","type":"country","name":"フランス","name_en":null,"names":["フランス","仏"],"known":false,"country":null,"titles":[]},{"key":"country:JP","type":"country","name":"日本","name_en":null,"names":["日本","日"],"known":false,"country":null,"titles":[]},{"key":"organization:ドイツ外務省","type":"organization","name":"ドイツ外務省","name_en":null,"names":["ドイツ外務省"],"known":false,"country":null,"titles":[]},{"key":"person:マリー・デュポン","type":"person","name":"マリー・デュポン","name_en":null,"names":["マリー・デュポン","デュポン","デュポン大統領","デュポン氏"],"known":false,"country":null,"titles":[]},{"key":"person:高木一郎","type":"person","name":"高木一郎","name_en":null,"names":["高木一郎","高木首相"],"known":false,"country":null,"titles":[]},{"key":"place:パリ","type":"place","name":"パリ","name_en":null,"names":["パリ"],"known":false,"country":null,"titles":[]},{"key":"place:南島","type":"place","name":"南島","name_en":null,"names":["南島"],"known":false,"country":null,"titles":[]}],"mentions":[{"article":"summit","start":11,"end":13,"text":"日本","kind":"name","type":"country","entity":"country:JP","reason":"listed"},{"article":"summit","start":14,"end":18,"text":"高木首相","kind":"name","type":"person","entity":"person:高木一郎","reason":"listed"},{"article":"summit","start":31,"end":38,"text":"デュポン大統領","kind":"name","type":"person","entity":"person:マリー・デュポン","reason":"listed"}],"assertions":[{"id":"summit:11:person:マリー・デュポン:leadership:country:FR","article":"summit","source":"person:マリー・デュポン","type":"leadership","target":"country:FR","status":"asserted","date":null,"attributed_to":null,"confidence":0.8,"rule":"leadership.verb","sentence":"日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。","start":11,"end":44},{"id":"summit:11:person:高木一郎:leadership:country:JP","article":"summit","source":"person:高木一郎","type":"leadership","target":"country:JP","status":"asserted","date":null,"attributed_to":null,"confidence":0.8,"rule":"leadership.verb","sentence":"日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。","start":11,"end":44},{"id":"summit:11:person:高木一郎:negotiation:person:マリー・デュポン","article":"summit","source":"person:高木一郎","type":"negotiation","target":"person:マリー・デュポン","status":"asserted","date":"2025-05-12","attributed_to":null,"confidence":0.8,"rule":"negotiation.verb","sentence":"日本の高木首相は12日、パリでフランスのデュポン大統領と会談した。","start":11,"end":44},{"id":"summit:44:person:高木一郎:negotiation:organization:ドイツ外務省","article":"summit","source":"person:高木一郎","type":"negotiation","target":"organization:ドイツ外務省","status":"negated","date":null,"attributed_to":"person:高木一郎","confidence":0.8,"rule":"negotiation.verb","sentence":"高木首相はドイツ外務省を訪れる予定はない。","start":44,"end":65}],"events":[{"id":"event:meeting-2025","article":"summit","type":"negotiation","label":"パリでの首脳会談","date":"2025-05-12","place":"place:パリ","status":"asserted","participants":[{"entity":"person:マリー・デュポン","role":"party"},{"entity":"person:高木一郎","role":"party"}],"assertions":["summit:11:person:高木一郎:negotiation:person:マリー・デュポン"],"start":11,"end":44},{"id":"event:undated","article":"summit","type":"negotiation","label":"訪問の見送り","date":null,"place":null,"status":"negated","participants":[{"entity":"person:高木一郎","role":"party"}],"assertions":["summit:44:person:高木一郎:negotiation:organization:ドイツ外務省"],"start":44,"end":65}]}');
CREATE TABLE judgements (
        id TEXT NOT NULL, kind TEXT NOT NULL, about TEXT NOT NULL, type TEXT, date TEXT, who TEXT NOT NULL,
        "when" TEXT NOT NULL, note TEXT, origin TEXT NOT NULL, PRIMARY KEY (id, origin)) STRICT;
CREATE TABLE mentions (
        article TEXT NOT NULL REFERENCES articles, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        text TEXT NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL, entity TEXT NOT NULL REFERENCES entities,
        reason TEXT NOT NULL DEFAULT 'listed') STRICT;
INSERT INTO "mentions" VALUES('sanctions',0,1,'独','name','country','country:DE','listed');
INSERT INTO "mentions" VALUES('sanctions',2,7,'ベラルーシ','name','country','country:BY','listed');
INSERT INTO "mentions" VALUES('sanctions',61,65,'高木首相','name','person','person:高木一郎','listed');
INSERT INTO "mentions" VALUES('summit',11,13,'日本','name','country','country:JP','listed');
INSERT INTO "mentions" VALUES('summit',14,18,'高木首相','name','person','person:高木一郎','listed');
INSERT INTO "mentions" VALUES('summit',31,38,'デュポン大統領','name','person','person:マリー・デュポン','listed');
CREATE TABLE relations (
        source TEXT NOT NULL REFERENCES entities, type TEXT NOT NULL, target TEXT NOT NULL REFERENCES entities, assertions INTEGER NOT NULL,
        articles INTEGER NOT NULL, first TEXT, last TEXT, statuses TEXT NOT NULL, confidence REAL NOT NULL,
        PRIMARY KEY (source, type, target)) STRICT;
INSERT INTO "relations" VALUES('country:DE','sanction','country:BY',1,1,'2024-03','2024-03','{"asserted": 1}',0.8);
INSERT INTO "relations" VALUES('country:FR','sanction','country:BY',1,1,'2024','2024','{"planned": 1}',0.8);
INSERT INTO "relations" VALUES('organization:ドイツ外務省','negotiation','person:高木一郎',1,1,NULL,NULL,'{"negated": 1}',0.8);
INSERT INTO "relations" VALUES('person:マリー・デュポン','leadership','country:FR',1,1,NULL,NULL,'{"asserted": 1}',0.8);
INSERT INTO "relations" VALUES('person:マリー・デュポン','negotiation','person:高木一郎',2,2,'2023','2025-05-12','{"asserted": 2}',0.96);
INSERT INTO "relations" VALUES('person:高木一郎','leadership','country:JP',1,1,NULL,NULL,'{"asserted": 1}',0.8);
CREATE TABLE runs (
        number INTEGER PRIMARY KEY, version TEXT NOT NULL, lexicon TEXT, fingerprint TEXT NOT NULL, state TEXT NOT NULL,
        read INTEGER NOT NULL, unchanged INTEGER NOT NULL, removed INTEGER NOT NULL, failed INTEGER NOT NULL) STRICT;
CREATE TABLE telling_participants (
        owner INTEGER NOT NULL REFERENCES tellings, position INTEGER NOT NULL, entity TEXT NOT NULL REFERENCES entities, role TEXT NOT NULL,
        PRIMARY KEY (owner, position)) STRICT;
INSERT INTO "telling_participants" VALUES(1,0,'country:DE','source');
INSERT INTO "telling_participants" VALUES(1,1,'country:BY','target');
INSERT INTO "telling_participants" VALUES(2,0,'person:マリー・デュポン','party');
INSERT INTO "telling_participants" VALUES(2,1,'person:高木一郎','party');
INSERT INTO "telling_participants" VALUES(3,0,'person:マリー・デュポン','party');
INSERT INTO "telling_participants" VALUES(3,1,'person:高木一郎','party');
INSERT INTO "telling_participants" VALUES(4,0,'person:高木一郎','party');
CREATE TABLE tellings (
        key INTEGER PRIMARY KEY, id TEXT NOT NULL REFERENCES events, article TEXT NOT NULL REFERENCES articles, type TEXT NOT NULL, label TEXT NOT NULL, date TEXT, place TEXT,
        status TEXT NOT NULL, assertions TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL) STRICT;
INSERT INTO "tellings" VALUES(1,'event:sanction','sanctions','sanction','ドイツがベラルーシに制裁','2024-03',NULL,'asserted','["sanctions:11:country:DE:sanction:country:BY"]',11,34);
INSERT INTO "tellings" VALUES(2,'event:meeting-2023','sanctions','negotiation','高木首相とデュポン氏の会談','2023','place:パリ','asserted','["sanctions:58:person:マリー・デュポン:negotiation:person:高木一郎"]',58,85);
INSERT INTO "tellings" VALUES(3,'event:meeting-2025','summit','negotiation','パリでの首脳会談','2025-05-12','place:パリ','asserted','["summit:11:person:高木一郎:negotiation:person:マリー・デュポン"]',11,44);
INSERT INTO "tellings" VALUES(4,'event:undated','summit','negotiation','訪問の見送り',NULL,NULL,'negated','["summit:44:person:高木一郎:negotiation:organization:ドイツ外務省"]',44,65);
CREATE INDEX mentions_article ON mentions (article);
CREATE INDEX mentions_entity ON mentions (entity);
CREATE INDEX assertions_article ON assertions (article);
CREATE INDEX assertions_source ON assertions (source);
CREATE INDEX assertions_target ON assertions (target);
CREATE INDEX assertions_attributed_to ON assertions (attributed_to);
CREATE INDEX relations_target ON relations (target);
CREATE INDEX relations_type ON relations (type);
CREATE INDEX event_participants_entity ON event_participants (entity);
CREATE INDEX tellings_id ON tellings (id);
CREATE INDEX tellings_article ON tellings (article);
CREATE INDEX telling_participants_entity ON telling_participants (entity);
COMMIT;

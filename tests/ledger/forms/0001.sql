PRAGMA application_id = 1279741489;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE dispatches (
	seq INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	source VARCHAR NOT NULL, 
	title TEXT, 
	outlet VARCHAR, 
	language VARCHAR NOT NULL, 
	published VARCHAR, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	PRIMARY KEY (seq), 
	UNIQUE (id)
);
INSERT INTO "dispatches" VALUES(1,'917ce9be6a1b2d0d','Lavrov a rencontré Arreaza à Caracas vendredi. La commission se réunira en mai à Moscou.','depeche.txt','Lavrov a rencontré Arreaza à Caracas vendredi','Depeche','fr','2020-02-08','2020-02-08','2020-02-08');
INSERT INTO "dispatches" VALUES(2,'e5332a6011b8052c','Entretien de Lavrov et d''Arreaza.','journal.txt','Entretien de Lavrov et d''Arreaza','Journal','fr','2020-02-09','2020-02-09','2020-02-09');
INSERT INTO "dispatches" VALUES(3,'6807c824530c3472','La commission s''est réunie jeudi à Moscou.','radio.txt','La commission s''est réunie jeudi à Moscou','Radio','fr','2020-05-15','2020-05-15','2020-05-15');
INSERT INTO "dispatches" VALUES(4,'5a4cd3e8e979401c','Moscou accuse Londres d''ingérence.','revue.txt','Moscou accuse Londres d''ingérence','Revue','fr',NULL,NULL,NULL);
INSERT INTO "dispatches" VALUES(5,'23e6005fd02be1aa','Cuba soutient le Venezuela.','site.txt','Cuba soutient le Venezuela','Site','fr','2021-01-02','2021-01-02','2021-01-02');
CREATE TABLE event_participants (
	event VARCHAR(64) NOT NULL, 
	code VARCHAR NOT NULL, 
	PRIMARY KEY (event, code), 
	FOREIGN KEY(event) REFERENCES events (id) ON DELETE CASCADE
);
INSERT INTO "event_participants" VALUES('2e1c4a439ba92d41','RUS');
INSERT INTO "event_participants" VALUES('2e1c4a439ba92d41','VEN');
INSERT INTO "event_participants" VALUES('0b51923cdd14c255','RUS');
INSERT INTO "event_participants" VALUES('0b51923cdd14c255','VEN');
INSERT INTO "event_participants" VALUES('57869d1841a3fdc3','CUB');
INSERT INTO "event_participants" VALUES('57869d1841a3fdc3','VEN');
INSERT INTO "event_participants" VALUES('dc77598bd26f4338','GBR');
INSERT INTO "event_participants" VALUES('dc77598bd26f4338','RUS');
CREATE TABLE event_reports (
	event VARCHAR(64) NOT NULL, 
	report VARCHAR(64) NOT NULL, 
	PRIMARY KEY (event, report), 
	FOREIGN KEY(event) REFERENCES events (id) ON DELETE CASCADE
);
INSERT INTO "event_reports" VALUES('2e1c4a439ba92d41','972a5ba854c43ca4');
INSERT INTO "event_reports" VALUES('2e1c4a439ba92d41','ca1030cb41e962f2');
INSERT INTO "event_reports" VALUES('0b51923cdd14c255','5dba2cf55b894f16');
INSERT INTO "event_reports" VALUES('0b51923cdd14c255','d850ae2883e0272e');
INSERT INTO "event_reports" VALUES('57869d1841a3fdc3','8c024f65a52cd510');
INSERT INTO "event_reports" VALUES('dc77598bd26f4338','e6e1e90a9a4ae15c');
CREATE TABLE events (
	id VARCHAR(64) NOT NULL, 
	type VARCHAR NOT NULL, 
	mode VARCHAR, 
	status VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	quad VARCHAR NOT NULL, 
	intensity FLOAT NOT NULL, 
	date VARCHAR, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	dispatches INTEGER NOT NULL, 
	independent_sources INTEGER NOT NULL, 
	outcome VARCHAR, 
	record TEXT NOT NULL, 
	joins TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "events" VALUES('2e1c4a439ba92d41','CONSULT',NULL,'occurred','international','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',2,2,NULL,'{"version":1,"id":"2e1c4a439ba92d41","type":"CONSULT","mode":null,"contexts":[],"status":"occurred","scope":"international","quad":"verbal cooperation","intensity":2.5,"actors":[{"code":"RUS","sector":"GOV","person":"Sergueï Lavrov","office":"ministre des Affaires étrangères","text":"Lavrov a renco","start":0,"end":1}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Lavrov a renc","start":0,"end":1}],"date":"2020-02-07","place":{"code":"VEN","name":"Caracas","text":"VEN","start":0,"end":1},"date_bounds":["2020-02-07","2020-02-07"],"people":["Sergueï Lavrov","Jorge Arreaza"],"reports":[{"id":"972a5ba854c43ca4","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"status":"occurred","date":"2020-02-07","trigger":{"text":"Lavrov","start":0,"end":6},"sentence":{"text":"Lavrov a rencontré Arreaza à Caracas vendredi.","start":0,"end":46},"attribution":[{"kind":"agency","name":"AFP","code":null,"text":"AFP","start":null,"end":null}]},{"id":"ca1030cb41e962f2","dispatch":{"id":"e5332a6011b8052c","source":"journal.txt","title":"Entretien de Lavrov et d''Arreaza","outlet":"Journal","language":"fr","published":"2020-02-09"},"status":"occurred","date":"2020-02-07","trigger":{"text":"Entretien","start":0,"end":9},"sentence":{"text":"Entretien de Lavrov et d''Arreaza.","start":0,"end":33},"attribution":[]}],"dispatches":2,"independent_sources":2,"sources":[{"name":"AFP","dispatches":["depeche.txt"]},{"name":"Journal","dispatches":["journal.txt"]}],"disagreements":[],"commitment":null,"judgements":[]}','[{"a":"972a5ba854c43ca4","b":"ca1030cb41e962f2","score":11.0,"same":true,"opposed":false,"observations":[{"name":"type","score":2.0,"reason":"both are CONSULT"},{"name":"parties","score":2.0,"reason":"same parties: RUS, VEN"},{"name":"date","score":3.0,"reason":"same day: 2020-02-07"},{"name":"people","score":3.0,"reason":"RUS: Lavrov = Sergueï Lavrov (one is a bare surname); VEN: Jorge Arreaza"},{"name":"place","score":1.0,"reason":"both in Caracas"}]}]');
INSERT INTO "events" VALUES('0b51923cdd14c255','CONSULT','multilateral','occurred','international','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','{"version":1,"id":"0b51923cdd14c255","type":"CONSULT","mode":"multilateral","contexts":[],"status":"occurred","scope":"international","quad":"verbal cooperation","intensity":2.5,"actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"La ","start":0,"end":1},{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"La ","start":0,"end":1}],"recipients":[],"date":"2020-05-14","place":null,"date_bounds":["2020-05-14","2020-05-14"],"people":[],"reports":[{"id":"5dba2cf55b894f16","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"status":"planned","date":"2020-05","trigger":{"text":"La","start":47,"end":49},"sentence":{"text":"La commission se réunira en mai à Moscou.","start":47,"end":88},"attribution":[]},{"id":"d850ae2883e0272e","dispatch":{"id":"6807c824530c3472","source":"radio.txt","title":"La commission s''est réunie jeudi à Moscou","outlet":"Radio","language":"fr","published":"2020-05-15"},"status":"occurred","date":"2020-05-14","trigger":{"text":"La","start":0,"end":2},"sentence":{"text":"La commission s''est réunie jeudi à Moscou.","start":0,"end":42},"attribution":[]}],"dispatches":2,"independent_sources":2,"sources":[{"name":"Depeche","dispatches":["depeche.txt"]},{"name":"Radio","dispatches":["radio.txt"]}],"disagreements":[],"commitment":{"due":"2020-05","outcome":"kept","as_of":"2021-01-02","announced":["5dba2cf55b894f16"],"evidence":["d850ae2883e0272e"]},"judgements":[]}','[{"a":"5dba2cf55b894f16","b":"d850ae2883e0272e","score":7.0,"same":true,"opposed":false,"observations":[{"name":"type","score":2.0,"reason":"both are CONSULT"},{"name":"mode","score":0.5,"reason":"both are multilateral"},{"name":"parties","score":2.0,"reason":"same parties: RUS, VEN"},{"name":"date","score":1.0,"reason":"dates agree: 2020-05, 2020-05-14"},{"name":"plan","score":0.5,"reason":"announced for 2020-05, told as occurred"},{"name":"words","score":1.0,"reason":"shared words: commission, moscou"}]}]');
INSERT INTO "events" VALUES('57869d1841a3fdc3','SUPPORT',NULL,'occurred','international','verbal cooperation',5.0,'2021','2021-01-01','2021-12-31',1,1,NULL,'{"version":1,"id":"57869d1841a3fdc3","type":"SUPPORT","mode":null,"contexts":[],"status":"occurred","scope":"international","quad":"verbal cooperation","intensity":5.0,"actors":[{"code":"CUB","sector":"GOV","person":null,"office":null,"text":"Cub","start":0,"end":1}],"recipients":[{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"Cub","start":0,"end":1}],"date":"2021","place":null,"date_bounds":["2021-01-01","2021-12-31"],"people":[],"reports":[{"id":"8c024f65a52cd510","dispatch":{"id":"23e6005fd02be1aa","source":"site.txt","title":"Cuba soutient le Venezuela","outlet":"Site","language":"fr","published":"2021-01-02"},"status":"occurred","date":"2021","trigger":{"text":"Cuba","start":0,"end":4},"sentence":{"text":"Cuba soutient le Venezuela.","start":0,"end":27},"attribution":[]}],"dispatches":1,"independent_sources":1,"sources":[{"name":"Site","dispatches":["site.txt"]}],"disagreements":[],"commitment":null,"judgements":[]}','[]');
INSERT INTO "events" VALUES('dc77598bd26f4338','ACCUSE',NULL,'occurred','international','verbal conflict',-3.0,'XXXX-07-04',NULL,NULL,1,1,NULL,'{"version":1,"id":"dc77598bd26f4338","type":"ACCUSE","mode":null,"contexts":[],"status":"occurred","scope":"international","quad":"verbal conflict","intensity":-3.0,"actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"Mos","start":0,"end":1}],"recipients":[{"code":"GBR","sector":"GOV","person":null,"office":null,"text":"Mos","start":0,"end":1}],"date":"XXXX-07-04","place":null,"date_bounds":[null,null],"people":[],"reports":[{"id":"e6e1e90a9a4ae15c","dispatch":{"id":"5a4cd3e8e979401c","source":"revue.txt","title":"Moscou accuse Londres d''ingérence","outlet":"Revue","language":"fr","published":null},"status":"occurred","date":"XXXX-07-04","trigger":{"text":"Moscou","start":0,"end":6},"sentence":{"text":"Moscou accuse Londres d''ingérence.","start":0,"end":34},"attribution":[]}],"dispatches":1,"independent_sources":1,"sources":[{"name":"Revue","dispatches":["revue.txt"]}],"disagreements":[],"commitment":null,"judgements":[]}','[]');
CREATE TABLE forwards (
	old VARCHAR(64) NOT NULL, 
	new VARCHAR(64) NOT NULL, 
	PRIMARY KEY (old)
);
CREATE TABLE programs (
	seq INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (name)
);
INSERT INTO "programs" VALUES(1,'0.1');
INSERT INTO "programs" VALUES(2,'0.2');
CREATE TABLE readings (
	seq INTEGER NOT NULL, 
	dispatch INTEGER NOT NULL, 
	program INTEGER NOT NULL, 
	source VARCHAR NOT NULL, 
	first_day VARCHAR(10), 
	record TEXT NOT NULL, 
	current BOOLEAN NOT NULL, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(dispatch) REFERENCES dispatches (seq), 
	FOREIGN KEY(program) REFERENCES programs (seq), 
	UNIQUE (dispatch, program, source)
);
INSERT INTO "readings" VALUES(1,1,1,'depeche.txt','2020-02-08','{"id":"917ce9be6a1b2d0d","text":"","source":"depeche.txt","language":"fr","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","own_date":{"edtf":"2020-02-08","basis":"published","span":null},"dateline_place":null,"credits":[],"furniture":[]}',0);
INSERT INTO "readings" VALUES(2,2,1,'journal.txt','2020-02-09','{"id":"e5332a6011b8052c","text":"","source":"journal.txt","language":"fr","title":"Entretien de Lavrov et d''Arreaza","outlet":"Journal","own_date":{"edtf":"2020-02-09","basis":"published","span":null},"dateline_place":null,"credits":[],"furniture":[]}',0);
INSERT INTO "readings" VALUES(3,1,2,'depeche.txt','2020-02-08','{"id":"917ce9be6a1b2d0d","text":"","source":"depeche.txt","language":"fr","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","own_date":{"edtf":"2020-02-08","basis":"published","span":null},"dateline_place":null,"credits":[],"furniture":[]}',1);
INSERT INTO "readings" VALUES(4,2,2,'journal.txt','2020-02-09','{"id":"e5332a6011b8052c","text":"","source":"journal.txt","language":"fr","title":"Entretien de Lavrov et d''Arreaza","outlet":"Journal","own_date":{"edtf":"2020-02-09","basis":"published","span":null},"dateline_place":null,"credits":[],"furniture":[]}',1);
INSERT INTO "readings" VALUES(5,3,2,'radio.txt','2020-05-15','{"id":"6807c824530c3472","text":"","source":"radio.txt","language":"fr","title":"La commission s''est réunie jeudi à Moscou","outlet":"Radio","own_date":{"edtf":"2020-05-15","basis":"published","span":null},"dateline_place":null,"credits":[],"furniture":[]}',1);
INSERT INTO "readings" VALUES(6,4,2,'revue.txt',NULL,'{"id":"5a4cd3e8e979401c","text":"","source":"revue.txt","language":"fr","title":"Moscou accuse Londres d''ingérence","outlet":"Revue","own_date":null,"dateline_place":null,"credits":[],"furniture":[]}',1);
INSERT INTO "readings" VALUES(7,5,2,'site.txt','2021-01-02','{"id":"23e6005fd02be1aa","text":"","source":"site.txt","language":"fr","title":"Cuba soutient le Venezuela","outlet":"Site","own_date":{"edtf":"2021-01-02","basis":"published","span":null},"dateline_place":null,"credits":[],"furniture":[]}',1);
CREATE TABLE report_participants (
	report INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	sector VARCHAR NOT NULL, 
	person VARCHAR, 
	office VARCHAR, 
	PRIMARY KEY (report, place), 
	FOREIGN KEY(report) REFERENCES reports (seq)
);
INSERT INTO "report_participants" VALUES(1,0,'actor','RUS','GOV','Sergueï Lavrov','ministre des Affaires étrangères');
INSERT INTO "report_participants" VALUES(1,1,'recipient','VEN','GOV','Jorge Arreaza',NULL);
INSERT INTO "report_participants" VALUES(2,0,'actor','RUS','GOV','Lavrov',NULL);
INSERT INTO "report_participants" VALUES(2,1,'recipient','VEN','GOV','Jorge Arreaza',NULL);
INSERT INTO "report_participants" VALUES(3,0,'actor','RUS','GOV','Sergueï Lavrov','ministre des Affaires étrangères');
INSERT INTO "report_participants" VALUES(3,1,'recipient','VEN','GOV','Jorge Arreaza',NULL);
INSERT INTO "report_participants" VALUES(4,0,'actor','RUS','GOV',NULL,NULL);
INSERT INTO "report_participants" VALUES(4,1,'actor','VEN','GOV',NULL,NULL);
INSERT INTO "report_participants" VALUES(5,0,'actor','RUS','GOV','Lavrov',NULL);
INSERT INTO "report_participants" VALUES(5,1,'recipient','VEN','GOV','Jorge Arreaza',NULL);
INSERT INTO "report_participants" VALUES(6,0,'actor','RUS','GOV',NULL,NULL);
INSERT INTO "report_participants" VALUES(6,1,'actor','VEN','GOV',NULL,NULL);
INSERT INTO "report_participants" VALUES(7,0,'actor','RUS','GOV',NULL,NULL);
INSERT INTO "report_participants" VALUES(7,1,'recipient','GBR','GOV',NULL,NULL);
INSERT INTO "report_participants" VALUES(8,0,'actor','CUB','GOV',NULL,NULL);
INSERT INTO "report_participants" VALUES(8,1,'recipient','VEN','GOV',NULL,NULL);
CREATE TABLE reports (
	seq INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	reading INTEGER NOT NULL, 
	dispatch INTEGER NOT NULL, 
	superseded BOOLEAN NOT NULL, 
	type VARCHAR NOT NULL, 
	mode VARCHAR, 
	status VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	salience VARCHAR NOT NULL, 
	date VARCHAR, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	quad VARCHAR NOT NULL, 
	intensity FLOAT NOT NULL, 
	confidence FLOAT NOT NULL, 
	sentence TEXT NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(dispatch) REFERENCES dispatches (seq), 
	FOREIGN KEY(reading) REFERENCES readings (seq), 
	UNIQUE (reading, id)
);
INSERT INTO "reports" VALUES(1,'972a5ba854c43ca4',1,1,1,'CONSULT',NULL,'occurred','international','main','2020-02-07','2020-02-07','2020-02-07','verbal cooperation',2.5,0.8,'Lavrov a rencontré Arreaza à Caracas vendredi.','{"version":1,"id":"972a5ba854c43ca4","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"type":"CONSULT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":"Sergueï Lavrov","office":"ministre des Affaires étrangères","text":"Lavrov a renco","start":0,"end":1}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Lavrov a renc","start":0,"end":1}],"scope":"international","salience":"main","date":"2020-02-07","date_basis":null,"place":{"code":"VEN","name":"Caracas","text":"VEN","start":0,"end":1},"attribution":[{"kind":"agency","name":"AFP","code":null,"text":"AFP","start":null,"end":null}],"trigger":{"text":"Lavrov","start":0,"end":6},"mentions":[],"sentence":{"text":"Lavrov a rencontré Arreaza à Caracas vendredi.","start":0,"end":46},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(2,'ca1030cb41e962f2',2,2,1,'CONSULT',NULL,'occurred','international','main','2020-02-07','2020-02-07','2020-02-07','verbal cooperation',2.5,0.8,'Entretien de Lavrov et d''Arreaza.','{"version":1,"id":"ca1030cb41e962f2","dispatch":{"id":"e5332a6011b8052c","source":"journal.txt","title":"Entretien de Lavrov et d''Arreaza","outlet":"Journal","language":"fr","published":"2020-02-09"},"type":"CONSULT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":"Lavrov","office":null,"text":"Lavrov","start":13,"end":14}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Entretien de ","start":0,"end":1}],"scope":"international","salience":"main","date":"2020-02-07","date_basis":null,"place":{"code":"VEN","name":"Caracas","text":"VEN","start":0,"end":1},"attribution":[],"trigger":{"text":"Entretien","start":0,"end":9},"mentions":[],"sentence":{"text":"Entretien de Lavrov et d''Arreaza.","start":0,"end":33},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(3,'972a5ba854c43ca4',3,1,0,'CONSULT',NULL,'occurred','international','main','2020-02-07','2020-02-07','2020-02-07','verbal cooperation',2.5,0.8,'Lavrov a rencontré Arreaza à Caracas vendredi.','{"version":1,"id":"972a5ba854c43ca4","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"type":"CONSULT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":"Sergueï Lavrov","office":"ministre des Affaires étrangères","text":"Lavrov a renco","start":0,"end":1}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Lavrov a renc","start":0,"end":1}],"scope":"international","salience":"main","date":"2020-02-07","date_basis":null,"place":{"code":"VEN","name":"Caracas","text":"VEN","start":0,"end":1},"attribution":[{"kind":"agency","name":"AFP","code":null,"text":"AFP","start":null,"end":null}],"trigger":{"text":"Lavrov","start":0,"end":6},"mentions":[],"sentence":{"text":"Lavrov a rencontré Arreaza à Caracas vendredi.","start":0,"end":46},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(4,'5dba2cf55b894f16',3,1,0,'CONSULT','multilateral','planned','international','main','2020-05','2020-05-01','2020-05-31','verbal cooperation',2.5,0.8,'La commission se réunira en mai à Moscou.','{"version":1,"id":"5dba2cf55b894f16","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"type":"CONSULT","mode":"multilateral","contexts":[],"status":"planned","actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"Lav","start":0,"end":1},{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"Lav","start":0,"end":1}],"recipients":[],"scope":"international","salience":"main","date":"2020-05","date_basis":null,"place":null,"attribution":[],"trigger":{"text":"La","start":47,"end":49},"mentions":[],"sentence":{"text":"La commission se réunira en mai à Moscou.","start":47,"end":88},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(5,'ca1030cb41e962f2',4,2,0,'CONSULT',NULL,'occurred','international','main','2020-02-07','2020-02-07','2020-02-07','verbal cooperation',2.5,0.8,'Entretien de Lavrov et d''Arreaza.','{"version":1,"id":"ca1030cb41e962f2","dispatch":{"id":"e5332a6011b8052c","source":"journal.txt","title":"Entretien de Lavrov et d''Arreaza","outlet":"Journal","language":"fr","published":"2020-02-09"},"type":"CONSULT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":"Lavrov","office":null,"text":"Lavrov","start":13,"end":14}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Entretien de ","start":0,"end":1}],"scope":"international","salience":"main","date":"2020-02-07","date_basis":null,"place":{"code":"VEN","name":"Caracas","text":"VEN","start":0,"end":1},"attribution":[],"trigger":{"text":"Entretien","start":0,"end":9},"mentions":[],"sentence":{"text":"Entretien de Lavrov et d''Arreaza.","start":0,"end":33},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(6,'d850ae2883e0272e',5,3,0,'CONSULT','multilateral','occurred','international','main','2020-05-14','2020-05-14','2020-05-14','verbal cooperation',2.5,0.8,'La commission s''est réunie jeudi à Moscou.','{"version":1,"id":"d850ae2883e0272e","dispatch":{"id":"6807c824530c3472","source":"radio.txt","title":"La commission s''est réunie jeudi à Moscou","outlet":"Radio","language":"fr","published":"2020-05-15"},"type":"CONSULT","mode":"multilateral","contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"La ","start":0,"end":1},{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"La ","start":0,"end":1}],"recipients":[],"scope":"international","salience":"main","date":"2020-05-14","date_basis":null,"place":null,"attribution":[],"trigger":{"text":"La","start":0,"end":2},"mentions":[],"sentence":{"text":"La commission s''est réunie jeudi à Moscou.","start":0,"end":42},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(7,'e6e1e90a9a4ae15c',6,4,0,'ACCUSE',NULL,'occurred','international','main','XXXX-07-04',NULL,NULL,'verbal conflict',-3.0,0.8,'Moscou accuse Londres d''ingérence.','{"version":1,"id":"e6e1e90a9a4ae15c","dispatch":{"id":"5a4cd3e8e979401c","source":"revue.txt","title":"Moscou accuse Londres d''ingérence","outlet":"Revue","language":"fr","published":null},"type":"ACCUSE","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"Mos","start":0,"end":1}],"recipients":[{"code":"GBR","sector":"GOV","person":null,"office":null,"text":"Mos","start":0,"end":1}],"scope":"international","salience":"main","date":"XXXX-07-04","date_basis":null,"place":null,"attribution":[],"trigger":{"text":"Moscou","start":0,"end":6},"mentions":[],"sentence":{"text":"Moscou accuse Londres d''ingérence.","start":0,"end":34},"quad":"verbal conflict","intensity":-3.0,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(8,'8c024f65a52cd510',7,5,0,'SUPPORT',NULL,'occurred','international','main','2021','2021-01-01','2021-12-31','verbal cooperation',5.0,0.8,'Cuba soutient le Venezuela.','{"version":1,"id":"8c024f65a52cd510","dispatch":{"id":"23e6005fd02be1aa","source":"site.txt","title":"Cuba soutient le Venezuela","outlet":"Site","language":"fr","published":"2021-01-02"},"type":"SUPPORT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"CUB","sector":"GOV","person":null,"office":null,"text":"Cub","start":0,"end":1}],"recipients":[{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"Cub","start":0,"end":1}],"scope":"international","salience":"main","date":"2021","date_basis":null,"place":null,"attribution":[],"trigger":{"text":"Cuba","start":0,"end":4},"mentions":[],"sentence":{"text":"Cuba soutient le Venezuela.","start":0,"end":27},"quad":"verbal cooperation","intensity":5.0,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
CREATE TABLE reprints (
	copy VARCHAR(64) NOT NULL, 
	original VARCHAR(64) NOT NULL, 
	likeness FLOAT NOT NULL, 
	kind VARCHAR NOT NULL, 
	PRIMARY KEY (copy)
);
CREATE TABLE state (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "state" VALUES('merged','7');
CREATE INDEX events_days ON events (first_day, last_day);
CREATE INDEX event_participants_code ON event_participants (code);
CREATE INDEX event_reports_report ON event_reports (report);
CREATE INDEX readings_source ON readings (source);
CREATE INDEX reports_dispatch ON reports (dispatch);
CREATE INDEX reports_id ON reports (id);
CREATE INDEX report_participants_code ON report_participants (code);
CREATE VIRTUAL TABLE dispatch_words USING fts5(text, content='dispatches', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
INSERT INTO dispatch_words(dispatch_words) VALUES('rebuild');
CREATE VIRTUAL TABLE report_words USING fts5(sentence, content='reports', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
INSERT INTO report_words(report_words) VALUES('rebuild');
CREATE TRIGGER dispatch_words_added AFTER INSERT ON dispatches BEGIN INSERT INTO dispatch_words(rowid, text) VALUES (new.seq, new.text); END;
CREATE TRIGGER report_words_added AFTER INSERT ON reports BEGIN INSERT INTO report_words(rowid, sentence) VALUES (new.seq, new.sentence); END;

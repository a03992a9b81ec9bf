PRAGMA application_id = 1279741489;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0011');
CREATE TABLE alike (
	dispatch INTEGER NOT NULL, 
	other INTEGER NOT NULL, 
	likeness FLOAT NOT NULL, 
	kind VARCHAR NOT NULL, 
	PRIMARY KEY (dispatch, other), 
	FOREIGN KEY(dispatch) REFERENCES dispatches (seq), 
	FOREIGN KEY(other) REFERENCES dispatches (seq)
)
 WITHOUT ROWID

;
CREATE TABLE compared (
	dispatch INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	size INTEGER NOT NULL, 
	sketch BLOB NOT NULL, 
	origin INTEGER NOT NULL, day INTEGER, 
	PRIMARY KEY (dispatch), 
	FOREIGN KEY(dispatch) REFERENCES dispatches (seq), 
	FOREIGN KEY(reading) REFERENCES readings (seq), 
	FOREIGN KEY(origin) REFERENCES dispatches (seq)
);
INSERT INTO "compared" VALUES(1,3,13,X'DEB4A5730EBCBE3EC8BF1462C9B0FF8F4C23FD99476474B7AD662EDDDBF44E269A1B8A914421D4C79E264E579706D6DB414C711A869410C4977B78D5EAD80D839BA016A7CD153765654BFD895D7EAB9F51A6E38E13BC2492B57DD32FD70C60D3D66341F119D53206853B091FDEBFC551B2864309B433359C80F47B0B62B5DEB4A5730EBCBE3EC8BF1462C9B0FF8F4C23FD99476474B7AD662EDDDBF44E269A1B8A914421D4C79E264E579706D6DB414C711A869410C4977B78D5EAD80D839BA016A7CD153765654BFD895D7EAB9F51A6E38E13BC2492B57DD32FD70C60D3D66341F119D53206853B091FDEBFC551B2864309B433359C80F47B0B62B5',1,737463);
INSERT INTO "compared" VALUES(2,4,4,X'ADD843058FAED94F86FC31CCCE0E34A6D7D3BE9B169E9358DEC3337B01F83B8AEE8FF1984DA1A5ADE7C444D9DCDFAA3CBB786E0F0F45857A7F8EB3594D88CD217431EB358D5BB05C8DA2BCFF093370A91B62241F4D7DB5C5444DB51E34BD054A06E901389AC5F364E15B5CF78F3C2878357A470D2C5BC73FFA90380E35ADADD843058FAED94F86FC31CCCE0E34A6D7D3BE9B169E9358DEC3337B01F83B8AEE8FF1984DA1A5ADE7C444D9DCDFAA3CBB786E0F0F45857A7F8EB3594D88CD217431EB358D5BB05C8DA2BCFF093370A91B62241F4D7DB5C5444DB51E34BD054A06E901389AC5F364E15B5CF78F3C2878357A470D2C5BC73FFA90380E35AD',2,737464);
INSERT INTO "compared" VALUES(3,5,6,X'52A97524002B9BBD66399DD11C96B34BA34AE25A39D2DE01DF8529CB1CF12C161B8395B7C13E5EB9FD918E12B3B1ADFBBEC919A2FB04E8F18E641EED3C486E0973091C12EDC9D2139A2BE206E7765F97789CDF794B4F619024D0C0A4C280767570FBC4C0F052712132FF01D05FE9779232E5EFBBA768623827A4578EC2B652A97524002B9BBD66399DD11C96B34BA34AE25A39D2DE01DF8529CB1CF12C161B8395B7C13E5EB9FD918E12B3B1ADFBBEC919A2FB04E8F18E641EED3C486E0973091C12EDC9D2139A2BE206E7765F97789CDF794B4F619024D0C0A4C280767570FBC4C0F052712132FF01D05FE9779232E5EFBBA768623827A4578EC2B6',3,737560);
INSERT INTO "compared" VALUES(4,6,3,X'117D65E937676F1812D2861E4290E85BDE3B68E8AF0620D52361825F181A94F2D4DE6DD0027DFA928324329EC7A329F2F666655B4A3B2B83058E85D74E9C8D344140215F11F515A775320C55A7A48F79D9C96C17CD322BD9D550F0F44FD5F41E6EDB7383850298BE7A79E682D87EFE647E705FBBC32D70AC69AD7CA9D649117D65E937676F1812D2861E4290E85BDE3B68E8AF0620D52361825F181A94F2D4DE6DD0027DFA928324329EC7A329F2F666655B4A3B2B83058E85D74E9C8D344140215F11F515A775320C55A7A48F79D9C96C17CD322BD9D550F0F44FD5F41E6EDB7383850298BE7A79E682D87EFE647E705FBBC32D70AC69AD7CA9D649',4,NULL);
INSERT INTO "compared" VALUES(5,7,2,X'153BC31689CC7D90C95171088639ECDDBEBC1A36E3588F135F9E32B7C5E5182A6FCD371FA28355C869266E93214B175C812EBCC5569551CA370D7CA98B3849B186D8C211EF24B8D4724D4BC990BEFA00D25C8D1C42A07ECE95A6F34D8DAA62DF07072F3F68E80EF40F8ECC591A90E4A0BEBD4944031B817D19CCCF45A92A153BC31689CC7D90C95171088639ECDDBEBC1A36E3588F135F9E32B7C5E5182A6FCD371FA28355C869266E93214B175C812EBCC5569551CA370D7CA98B3849B186D8C211EF24B8D4724D4BC990BEFA00D25C8D1C42A07ECE95A6F34D8DAA62DF07072F3F68E80EF40F8ECC591A90E4A0BEBD4944031B817D19CCCF45A92A',5,737792);
CREATE TABLE counted (
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	PRIMARY KEY (kind, name)
)
 WITHOUT ROWID

;
INSERT INTO "counted" VALUES('called','Jorge Arreaza',2);
INSERT INTO "counted" VALUES('called','Lavrov',1);
INSERT INTO "counted" VALUES('called','Sergueï Lavrov',1);
INSERT INTO "counted" VALUES('listed','place VEN',2);
INSERT INTO "counted" VALUES('listed','source AFP',1);
INSERT INTO "counted" VALUES('listed','source Depeche',2);
INSERT INTO "counted" VALUES('listed','source Journal',1);
INSERT INTO "counted" VALUES('listed','source Radio',1);
INSERT INTO "counted" VALUES('listed','source Revue',1);
INSERT INTO "counted" VALUES('listed','source Site',1);
INSERT INTO "counted" VALUES('outlet','Depeche',1);
INSERT INTO "counted" VALUES('outlet','Journal',1);
INSERT INTO "counted" VALUES('outlet','Radio',1);
INSERT INTO "counted" VALUES('outlet','Revue',1);
INSERT INTO "counted" VALUES('outlet','Site',1);
INSERT INTO "counted" VALUES('pair','CUB VEN',1);
INSERT INTO "counted" VALUES('pair','GBR RUS',1);
INSERT INTO "counted" VALUES('pair','RUS VEN',3);
INSERT INTO "counted" VALUES('party','CUB',1);
INSERT INTO "counted" VALUES('party','GBR',1);
INSERT INTO "counted" VALUES('party','RUS',4);
INSERT INTO "counted" VALUES('party','VEN',4);
INSERT INTO "counted" VALUES('person','RUS	Lavrov',1);
INSERT INTO "counted" VALUES('person','RUS	Sergueï Lavrov',1);
INSERT INTO "counted" VALUES('person','VEN	Jorge Arreaza',2);
INSERT INTO "counted" VALUES('root','	AFP',1);
INSERT INTO "counted" VALUES('root','	Depeche',1);
INSERT INTO "counted" VALUES('root','	Journal',1);
INSERT INTO "counted" VALUES('root','	Radio',1);
INSERT INTO "counted" VALUES('root','	Revue',1);
INSERT INTO "counted" VALUES('root','	Site',1);
INSERT INTO "counted" VALUES('root','CUB	Site',1);
INSERT INTO "counted" VALUES('root','CUB VEN	Site',1);
INSERT INTO "counted" VALUES('root','GBR	Revue',1);
INSERT INTO "counted" VALUES('root','GBR RUS	Revue',1);
INSERT INTO "counted" VALUES('root','RUS	AFP',1);
INSERT INTO "counted" VALUES('root','RUS	Depeche',1);
INSERT INTO "counted" VALUES('root','RUS	Journal',1);
INSERT INTO "counted" VALUES('root','RUS	Radio',1);
INSERT INTO "counted" VALUES('root','RUS	Revue',1);
INSERT INTO "counted" VALUES('root','RUS VEN	AFP',1);
INSERT INTO "counted" VALUES('root','RUS VEN	Depeche',1);
INSERT INTO "counted" VALUES('root','RUS VEN	Journal',1);
INSERT INTO "counted" VALUES('root','RUS VEN	Radio',1);
INSERT INTO "counted" VALUES('root','VEN	AFP',1);
INSERT INTO "counted" VALUES('root','VEN	Depeche',1);
INSERT INTO "counted" VALUES('root','VEN	Journal',1);
INSERT INTO "counted" VALUES('root','VEN	Radio',1);
INSERT INTO "counted" VALUES('root','VEN	Site',1);
INSERT INTO "counted" VALUES('whole','commitments',1);
INSERT INTO "counted" VALUES('whole','dispatches',5);
INSERT INTO "counted" VALUES('whole','events',5);
INSERT INTO "counted" VALUES('whole','reports',6);
INSERT INTO "counted" VALUES('whole','sources',5);
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
CREATE TABLE doubtful_pairs (
	report INTEGER NOT NULL, 
	other INTEGER NOT NULL, 
	score FLOAT NOT NULL, 
	PRIMARY KEY (report, other), 
	FOREIGN KEY(report) REFERENCES reports (seq), 
	FOREIGN KEY(other) REFERENCES reports (seq)
)
 WITHOUT ROWID

;
CREATE TABLE event_namings (
	event VARCHAR(64) NOT NULL, 
	code VARCHAR NOT NULL, 
	person VARCHAR NOT NULL, 
	office VARCHAR NOT NULL, 
	PRIMARY KEY (event, code, person, office), 
	FOREIGN KEY(event) REFERENCES events (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "event_namings" VALUES('010da4cb65279ee7','VEN','Jorge Arreaza','');
INSERT INTO "event_namings" VALUES('2e1c4a439ba92d41','VEN','Jorge Arreaza','');
INSERT INTO "event_namings" VALUES('010da4cb65279ee7','RUS','Lavrov','');
INSERT INTO "event_namings" VALUES('2e1c4a439ba92d41','RUS','Sergueï Lavrov','ministre des Affaires étrangères');
CREATE TABLE event_participants (
	event VARCHAR(64) NOT NULL, 
	code VARCHAR NOT NULL, 
	PRIMARY KEY (event, code), 
	FOREIGN KEY(event) REFERENCES events (id) ON DELETE CASCADE
);
INSERT INTO "event_participants" VALUES('0b51923cdd14c255','RUS');
INSERT INTO "event_participants" VALUES('0b51923cdd14c255','VEN');
INSERT INTO "event_participants" VALUES('57869d1841a3fdc3','CUB');
INSERT INTO "event_participants" VALUES('57869d1841a3fdc3','VEN');
INSERT INTO "event_participants" VALUES('dc77598bd26f4338','GBR');
INSERT INTO "event_participants" VALUES('dc77598bd26f4338','RUS');
INSERT INTO "event_participants" VALUES('2e1c4a439ba92d41','RUS');
INSERT INTO "event_participants" VALUES('2e1c4a439ba92d41','VEN');
INSERT INTO "event_participants" VALUES('010da4cb65279ee7','RUS');
INSERT INTO "event_participants" VALUES('010da4cb65279ee7','VEN');
CREATE TABLE event_reports (
	event VARCHAR(64) NOT NULL, 
	report VARCHAR(64) NOT NULL, 
	PRIMARY KEY (event, report), 
	FOREIGN KEY(event) REFERENCES events (id) ON DELETE CASCADE
);
INSERT INTO "event_reports" VALUES('0b51923cdd14c255','5dba2cf55b894f16');
INSERT INTO "event_reports" VALUES('0b51923cdd14c255','d850ae2883e0272e');
INSERT INTO "event_reports" VALUES('57869d1841a3fdc3','8c024f65a52cd510');
INSERT INTO "event_reports" VALUES('dc77598bd26f4338','e6e1e90a9a4ae15c');
INSERT INTO "event_reports" VALUES('2e1c4a439ba92d41','972a5ba854c43ca4');
INSERT INTO "event_reports" VALUES('010da4cb65279ee7','ca1030cb41e962f2');
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
INSERT INTO "events" VALUES('0b51923cdd14c255','CONSULT','multilateral','occurred','international','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','{"version":1,"id":"0b51923cdd14c255","type":"CONSULT","mode":"multilateral","contexts":[],"status":"occurred","scope":"international","quad":"verbal cooperation","intensity":2.5,"actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"La ","start":0,"end":3},{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"La ","start":0,"end":3}],"recipients":[],"date":"2020-05-14","place":null,"date_bounds":["2020-05-14","2020-05-14"],"people":[],"reports":[{"id":"5dba2cf55b894f16","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"status":"planned","date":"2020-05","trigger":{"text":"La","start":47,"end":49},"sentence":{"text":"La commission se réunira en mai à Moscou.","start":47,"end":88},"attribution":[]},{"id":"d850ae2883e0272e","dispatch":{"id":"6807c824530c3472","source":"radio.txt","title":"La commission s''est réunie jeudi à Moscou","outlet":"Radio","language":"fr","published":"2020-05-15"},"status":"occurred","date":"2020-05-14","trigger":{"text":"La","start":0,"end":2},"sentence":{"text":"La commission s''est réunie jeudi à Moscou.","start":0,"end":42},"attribution":[]}],"dispatches":2,"independent_sources":2,"sources":[{"name":"Depeche","dispatches":["depeche.txt"]},{"name":"Radio","dispatches":["radio.txt"]}],"disagreements":[],"commitment":{"due":"2020-05","outcome":"kept","as_of":null,"announced":["5dba2cf55b894f16"],"evidence":["d850ae2883e0272e"]},"judgements":[]}','[{"a":"5dba2cf55b894f16","b":"d850ae2883e0272e","score":8.8,"same":true,"opposed":false,"observations":[{"name":"type","score":2.95,"reason":"both are CONSULT"},{"name":"mode","score":1.43,"reason":"both are multilateral"},{"name":"parties","score":0.31,"reason":"same parties: RUS, VEN"},{"name":"date","score":0.98,"reason":"dates agree: 2020-05, 2020-05-14"},{"name":"plan","score":0.71,"reason":"announced for 2020-05, told as occurred"},{"name":"words","score":2.42,"reason":"shared words: commission, moscou"}]}]');
INSERT INTO "events" VALUES('57869d1841a3fdc3','SUPPORT',NULL,'occurred','international','verbal cooperation',5.0,'2021','2021-01-01','2021-12-31',1,1,NULL,'{"version":1,"id":"57869d1841a3fdc3","type":"SUPPORT","mode":null,"contexts":[],"status":"occurred","scope":"international","quad":"verbal cooperation","intensity":5.0,"actors":[{"code":"CUB","sector":"GOV","person":null,"office":null,"text":"Cub","start":0,"end":3}],"recipients":[{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"Cub","start":0,"end":3}],"date":"2021","place":null,"date_bounds":["2021-01-01","2021-12-31"],"people":[],"reports":[{"id":"8c024f65a52cd510","dispatch":{"id":"23e6005fd02be1aa","source":"site.txt","title":"Cuba soutient le Venezuela","outlet":"Site","language":"fr","published":"2021-01-02"},"status":"occurred","date":"2021","trigger":{"text":"Cuba","start":0,"end":4},"sentence":{"text":"Cuba soutient le Venezuela.","start":0,"end":27},"attribution":[]}],"dispatches":1,"independent_sources":1,"sources":[{"name":"Site","dispatches":["site.txt"]}],"disagreements":[],"commitment":null,"judgements":[]}','[]');
INSERT INTO "events" VALUES('dc77598bd26f4338','ACCUSE',NULL,'occurred','international','verbal conflict',-3.0,'XXXX-07-04',NULL,NULL,1,1,NULL,'{"version":1,"id":"dc77598bd26f4338","type":"ACCUSE","mode":null,"contexts":[],"status":"occurred","scope":"international","quad":"verbal conflict","intensity":-3.0,"actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"Mos","start":0,"end":3}],"recipients":[{"code":"GBR","sector":"GOV","person":null,"office":null,"text":"Mos","start":0,"end":3}],"date":"XXXX-07-04","place":null,"date_bounds":[null,null],"people":[],"reports":[{"id":"e6e1e90a9a4ae15c","dispatch":{"id":"5a4cd3e8e979401c","source":"revue.txt","title":"Moscou accuse Londres d''ingérence","outlet":"Revue","language":"fr","published":null},"status":"occurred","date":"XXXX-07-04","trigger":{"text":"Moscou","start":0,"end":6},"sentence":{"text":"Moscou accuse Londres d''ingérence.","start":0,"end":34},"attribution":[]}],"dispatches":1,"independent_sources":1,"sources":[{"name":"Revue","dispatches":["revue.txt"]}],"disagreements":[],"commitment":null,"judgements":[]}','[]');
INSERT INTO "events" VALUES('2e1c4a439ba92d41','CONSULT',NULL,'occurred','international','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,'{"version":1,"id":"2e1c4a439ba92d41","type":"CONSULT","mode":null,"contexts":[],"status":"occurred","scope":"international","quad":"verbal cooperation","intensity":2.5,"actors":[{"code":"RUS","sector":"GOV","person":"Sergueï Lavrov","office":"ministre des Affaires étrangères","text":"Lavrov a renco","start":0,"end":14}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Lavrov a renc","start":0,"end":13}],"date":"2020-02-07","place":{"code":"VEN","name":"Caracas","text":"L","start":0,"end":1},"date_bounds":["2020-02-07","2020-02-07"],"people":["Sergueï Lavrov","Jorge Arreaza"],"reports":[{"id":"972a5ba854c43ca4","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"status":"occurred","date":"2020-02-07","trigger":{"text":"Lavrov","start":0,"end":6},"sentence":{"text":"Lavrov a rencontré Arreaza à Caracas vendredi.","start":0,"end":46},"attribution":[{"kind":"agency","name":"AFP","code":null,"text":"AFP","start":null,"end":null}]}],"dispatches":1,"independent_sources":1,"sources":[{"name":"AFP","dispatches":["depeche.txt"]}],"disagreements":[],"commitment":null,"judgements":["1fcf053c6322a840"]}','[]');
INSERT INTO "events" VALUES('010da4cb65279ee7','CONSULT',NULL,'occurred','international','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,'{"version":1,"id":"010da4cb65279ee7","type":"CONSULT","mode":null,"contexts":[],"status":"occurred","scope":"international","quad":"verbal cooperation","intensity":2.5,"actors":[{"code":"RUS","sector":"GOV","person":"Lavrov","office":null,"text":"Lavrov","start":13,"end":19}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Entretien de ","start":0,"end":13}],"date":"2020-02-07","place":{"code":"VEN","name":"Caracas","text":"E","start":0,"end":1},"date_bounds":["2020-02-07","2020-02-07"],"people":["Lavrov","Jorge Arreaza"],"reports":[{"id":"ca1030cb41e962f2","dispatch":{"id":"e5332a6011b8052c","source":"journal.txt","title":"Entretien de Lavrov et d''Arreaza","outlet":"Journal","language":"fr","published":"2020-02-09"},"status":"occurred","date":"2020-02-07","trigger":{"text":"Entretien","start":0,"end":9},"sentence":{"text":"Entretien de Lavrov et d''Arreaza.","start":0,"end":33},"attribution":[]}],"dispatches":1,"independent_sources":1,"sources":[{"name":"Journal","dispatches":["journal.txt"]}],"disagreements":[],"commitment":null,"judgements":["1fcf053c6322a840"]}','[]');
CREATE TABLE forwards (
	old VARCHAR(64) NOT NULL, 
	new VARCHAR(64) NOT NULL, 
	PRIMARY KEY (old)
);
CREATE TABLE fulfilments (
	announced INTEGER NOT NULL, 
	told INTEGER NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (announced, told), 
	FOREIGN KEY(announced) REFERENCES reports (seq), 
	FOREIGN KEY(told) REFERENCES reports (seq)
)
 WITHOUT ROWID

;
INSERT INTO "fulfilments" VALUES(4,6,'{"promise":"5dba2cf55b894f16","deed":"d850ae2883e0272e","met":"whole","reason":"announced for 2020-05, told of 2020-05-14","day":"2020-05-14"}');
CREATE TABLE judged_dispatches (
	judgement INTEGER NOT NULL, 
	dispatch VARCHAR(64) NOT NULL, 
	PRIMARY KEY (judgement, dispatch), 
	FOREIGN KEY(judgement) REFERENCES judgements (seq)
);
INSERT INTO "judged_dispatches" VALUES(1,'917ce9be6a1b2d0d');
INSERT INTO "judged_dispatches" VALUES(1,'e5332a6011b8052c');
CREATE TABLE judgements (
	seq INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	record TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id)
);
INSERT INTO "judgements" VALUES(1,'1fcf053c6322a840','{"version":1,"id":"1fcf053c6322a840","kind":"different","reports":[{"report":"972a5ba854c43ca4","dispatch":"917ce9be6a1b2d0d","type":"CONSULT","start":0,"end":6},{"report":"ca1030cb41e962f2","dispatch":"e5332a6011b8052c","type":"CONSULT","start":0,"end":9}],"field":null,"value":null,"reason":null,"by":"A","at":"2024-01-01T00:00:00Z"}');
CREATE TABLE listed (
	list VARCHAR NOT NULL, 
	"begin" VARCHAR(10) NOT NULL, 
	event VARCHAR(64) NOT NULL, 
	type VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	quad VARCHAR NOT NULL, 
	intensity FLOAT NOT NULL, 
	date VARCHAR, 
	first_day VARCHAR(10), 
	last_day VARCHAR(10), 
	dispatches INTEGER NOT NULL, 
	independent_sources INTEGER NOT NULL, 
	outcome VARCHAR, 
	due VARCHAR, 
	due_by VARCHAR(10), 
	due_order VARCHAR(10), 
	brief BOOLEAN NOT NULL, 
	place VARCHAR, 
	contexts VARCHAR NOT NULL, mode VARCHAR, sources VARCHAR DEFAULT '' NOT NULL, 
	PRIMARY KEY (list, "begin", event)
)
 WITHOUT ROWID

;
INSERT INTO "listed" VALUES('','','dc77598bd26f4338','ACCUSE','occurred','verbal conflict',-3.0,'XXXX-07-04',NULL,NULL,1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Revue|');
INSERT INTO "listed" VALUES('','2020-02-07','010da4cb65279ee7','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|Journal|');
INSERT INTO "listed" VALUES('','2020-02-07','2e1c4a439ba92d41','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|AFP|Depeche|');
INSERT INTO "listed" VALUES('','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('','2021-01-01','57869d1841a3fdc3','SUPPORT','occurred','verbal cooperation',5.0,'2021','2021-01-01','2021-12-31',1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Site|');
INSERT INTO "listed" VALUES('CUB','2021-01-01','57869d1841a3fdc3','SUPPORT','occurred','verbal cooperation',5.0,'2021','2021-01-01','2021-12-31',1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Site|');
INSERT INTO "listed" VALUES('CUB VEN','2021-01-01','57869d1841a3fdc3','SUPPORT','occurred','verbal cooperation',5.0,'2021','2021-01-01','2021-12-31',1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Site|');
INSERT INTO "listed" VALUES('GBR','','dc77598bd26f4338','ACCUSE','occurred','verbal conflict',-3.0,'XXXX-07-04',NULL,NULL,1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Revue|');
INSERT INTO "listed" VALUES('GBR RUS','','dc77598bd26f4338','ACCUSE','occurred','verbal conflict',-3.0,'XXXX-07-04',NULL,NULL,1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Revue|');
INSERT INTO "listed" VALUES('RUS','','dc77598bd26f4338','ACCUSE','occurred','verbal conflict',-3.0,'XXXX-07-04',NULL,NULL,1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Revue|');
INSERT INTO "listed" VALUES('RUS','2020-02-07','010da4cb65279ee7','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|Journal|');
INSERT INTO "listed" VALUES('RUS','2020-02-07','2e1c4a439ba92d41','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|AFP|Depeche|');
INSERT INTO "listed" VALUES('RUS','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('RUS VEN','2020-02-07','010da4cb65279ee7','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|Journal|');
INSERT INTO "listed" VALUES('RUS VEN','2020-02-07','2e1c4a439ba92d41','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|AFP|Depeche|');
INSERT INTO "listed" VALUES('RUS VEN','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('VEN','2020-02-07','010da4cb65279ee7','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|Journal|');
INSERT INTO "listed" VALUES('VEN','2020-02-07','2e1c4a439ba92d41','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|AFP|Depeche|');
INSERT INTO "listed" VALUES('VEN','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('VEN','2021-01-01','57869d1841a3fdc3','SUPPORT','occurred','verbal cooperation',5.0,'2021','2021-01-01','2021-12-31',1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Site|');
INSERT INTO "listed" VALUES('place VEN','2020-02-07','010da4cb65279ee7','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|Journal|');
INSERT INTO "listed" VALUES('place VEN','2020-02-07','2e1c4a439ba92d41','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|AFP|Depeche|');
INSERT INTO "listed" VALUES('promised ','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('promised RUS','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('promised RUS VEN','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('promised VEN','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('source AFP','2020-02-07','2e1c4a439ba92d41','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|AFP|Depeche|');
INSERT INTO "listed" VALUES('source Depeche','2020-02-07','2e1c4a439ba92d41','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|AFP|Depeche|');
INSERT INTO "listed" VALUES('source Depeche','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('source Journal','2020-02-07','010da4cb65279ee7','CONSULT','occurred','verbal cooperation',2.5,'2020-02-07','2020-02-07','2020-02-07',1,1,NULL,NULL,NULL,NULL,1,'VEN','|',NULL,'|Journal|');
INSERT INTO "listed" VALUES('source Radio','2020-05-14','0b51923cdd14c255','CONSULT','occurred','verbal cooperation',2.5,'2020-05-14','2020-05-14','2020-05-14',2,2,'kept','2020-05','2020-05-31','2020-05-31',1,NULL,'|','multilateral','|Depeche|Radio|');
INSERT INTO "listed" VALUES('source Revue','','dc77598bd26f4338','ACCUSE','occurred','verbal conflict',-3.0,'XXXX-07-04',NULL,NULL,1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Revue|');
INSERT INTO "listed" VALUES('source Site','2021-01-01','57869d1841a3fdc3','SUPPORT','occurred','verbal cooperation',5.0,'2021','2021-01-01','2021-12-31',1,1,NULL,NULL,NULL,NULL,0,NULL,'|',NULL,'|Site|');
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
CREATE TABLE report_windows (
	block VARCHAR NOT NULL, 
	level INTEGER NOT NULL, 
	low INTEGER NOT NULL, 
	report INTEGER NOT NULL, 
	high INTEGER NOT NULL, 
	PRIMARY KEY (block, level, low, report), 
	FOREIGN KEY(report) REFERENCES reports (seq)
)
 WITHOUT ROWID

;
INSERT INTO "report_windows" VALUES('ACCUSE GBR RUS',3,0,7,3652059);
INSERT INTO "report_windows" VALUES('AGREE CUB VEN',1,737791,8,738162);
INSERT INTO "report_windows" VALUES('CONSULT RUS VEN',0,737462,3,737469);
INSERT INTO "report_windows" VALUES('CONSULT RUS VEN',0,737462,5,737469);
INSERT INTO "report_windows" VALUES('CONSULT RUS VEN',0,737559,6,737566);
INSERT INTO "report_windows" VALUES('CONSULT RUS VEN',1,737546,4,737583);
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
INSERT INTO "reports" VALUES(1,'972a5ba854c43ca4',1,1,1,'CONSULT',NULL,'occurred','international','main','2020-02-07','2020-02-07','2020-02-07','verbal cooperation',2.5,0.8,'Lavrov a rencontré Arreaza à Caracas vendredi.','{"version":1,"id":"972a5ba854c43ca4","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"type":"CONSULT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":"Sergueï Lavrov","office":"ministre des Affaires étrangères","text":"Lavrov a renco","start":0,"end":14}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Lavrov a renc","start":0,"end":13}],"scope":"international","salience":"main","date":"2020-02-07","date_basis":null,"place":{"code":"VEN","name":"Caracas","text":"L","start":0,"end":1},"attribution":[{"kind":"agency","name":"AFP","code":null,"text":"AFP","start":null,"end":null}],"trigger":{"text":"Lavrov","start":0,"end":6},"mentions":[],"sentence":{"text":"Lavrov a rencontré Arreaza à Caracas vendredi.","start":0,"end":46},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(2,'ca1030cb41e962f2',2,2,1,'CONSULT',NULL,'occurred','international','main','2020-02-07','2020-02-07','2020-02-07','verbal cooperation',2.5,0.8,'Entretien de Lavrov et d''Arreaza.','{"version":1,"id":"ca1030cb41e962f2","dispatch":{"id":"e5332a6011b8052c","source":"journal.txt","title":"Entretien de Lavrov et d''Arreaza","outlet":"Journal","language":"fr","published":"2020-02-09"},"type":"CONSULT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":"Lavrov","office":null,"text":"Lavrov","start":13,"end":19}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Entretien de ","start":0,"end":13}],"scope":"international","salience":"main","date":"2020-02-07","date_basis":null,"place":{"code":"VEN","name":"Caracas","text":"E","start":0,"end":1},"attribution":[],"trigger":{"text":"Entretien","start":0,"end":9},"mentions":[],"sentence":{"text":"Entretien de Lavrov et d''Arreaza.","start":0,"end":33},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(3,'972a5ba854c43ca4',3,1,0,'CONSULT',NULL,'occurred','international','main','2020-02-07','2020-02-07','2020-02-07','verbal cooperation',2.5,0.8,'Lavrov a rencontré Arreaza à Caracas vendredi.','{"version":1,"id":"972a5ba854c43ca4","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"type":"CONSULT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":"Sergueï Lavrov","office":"ministre des Affaires étrangères","text":"Lavrov a renco","start":0,"end":14}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Lavrov a renc","start":0,"end":13}],"scope":"international","salience":"main","date":"2020-02-07","date_basis":null,"place":{"code":"VEN","name":"Caracas","text":"L","start":0,"end":1},"attribution":[{"kind":"agency","name":"AFP","code":null,"text":"AFP","start":null,"end":null}],"trigger":{"text":"Lavrov","start":0,"end":6},"mentions":[],"sentence":{"text":"Lavrov a rencontré Arreaza à Caracas vendredi.","start":0,"end":46},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(4,'5dba2cf55b894f16',3,1,0,'CONSULT','multilateral','planned','international','main','2020-05','2020-05-01','2020-05-31','verbal cooperation',2.5,0.8,'La commission se réunira en mai à Moscou.','{"version":1,"id":"5dba2cf55b894f16","dispatch":{"id":"917ce9be6a1b2d0d","source":"depeche.txt","title":"Lavrov a rencontré Arreaza à Caracas vendredi","outlet":"Depeche","language":"fr","published":"2020-02-08"},"type":"CONSULT","mode":"multilateral","contexts":[],"status":"planned","actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"Lav","start":0,"end":3},{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"Lav","start":0,"end":3}],"recipients":[],"scope":"international","salience":"main","date":"2020-05","date_basis":null,"place":null,"attribution":[],"trigger":{"text":"La","start":47,"end":49},"mentions":[],"sentence":{"text":"La commission se réunira en mai à Moscou.","start":47,"end":88},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(5,'ca1030cb41e962f2',4,2,0,'CONSULT',NULL,'occurred','international','main','2020-02-07','2020-02-07','2020-02-07','verbal cooperation',2.5,0.8,'Entretien de Lavrov et d''Arreaza.','{"version":1,"id":"ca1030cb41e962f2","dispatch":{"id":"e5332a6011b8052c","source":"journal.txt","title":"Entretien de Lavrov et d''Arreaza","outlet":"Journal","language":"fr","published":"2020-02-09"},"type":"CONSULT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":"Lavrov","office":null,"text":"Lavrov","start":13,"end":19}],"recipients":[{"code":"VEN","sector":"GOV","person":"Jorge Arreaza","office":null,"text":"Entretien de ","start":0,"end":13}],"scope":"international","salience":"main","date":"2020-02-07","date_basis":null,"place":{"code":"VEN","name":"Caracas","text":"E","start":0,"end":1},"attribution":[],"trigger":{"text":"Entretien","start":0,"end":9},"mentions":[],"sentence":{"text":"Entretien de Lavrov et d''Arreaza.","start":0,"end":33},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(6,'d850ae2883e0272e',5,3,0,'CONSULT','multilateral','occurred','international','main','2020-05-14','2020-05-14','2020-05-14','verbal cooperation',2.5,0.8,'La commission s''est réunie jeudi à Moscou.','{"version":1,"id":"d850ae2883e0272e","dispatch":{"id":"6807c824530c3472","source":"radio.txt","title":"La commission s''est réunie jeudi à Moscou","outlet":"Radio","language":"fr","published":"2020-05-15"},"type":"CONSULT","mode":"multilateral","contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"La ","start":0,"end":3},{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"La ","start":0,"end":3}],"recipients":[],"scope":"international","salience":"main","date":"2020-05-14","date_basis":null,"place":null,"attribution":[],"trigger":{"text":"La","start":0,"end":2},"mentions":[],"sentence":{"text":"La commission s''est réunie jeudi à Moscou.","start":0,"end":42},"quad":"verbal cooperation","intensity":2.5,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(7,'e6e1e90a9a4ae15c',6,4,0,'ACCUSE',NULL,'occurred','international','main','XXXX-07-04',NULL,NULL,'verbal conflict',-3.0,0.8,'Moscou accuse Londres d''ingérence.','{"version":1,"id":"e6e1e90a9a4ae15c","dispatch":{"id":"5a4cd3e8e979401c","source":"revue.txt","title":"Moscou accuse Londres d''ingérence","outlet":"Revue","language":"fr","published":null},"type":"ACCUSE","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"RUS","sector":"GOV","person":null,"office":null,"text":"Mos","start":0,"end":3}],"recipients":[{"code":"GBR","sector":"GOV","person":null,"office":null,"text":"Mos","start":0,"end":3}],"scope":"international","salience":"main","date":"XXXX-07-04","date_basis":null,"place":null,"attribution":[],"trigger":{"text":"Moscou","start":0,"end":6},"mentions":[],"sentence":{"text":"Moscou accuse Londres d''ingérence.","start":0,"end":34},"quad":"verbal conflict","intensity":-3.0,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
INSERT INTO "reports" VALUES(8,'8c024f65a52cd510',7,5,0,'SUPPORT',NULL,'occurred','international','main','2021','2021-01-01','2021-12-31','verbal cooperation',5.0,0.8,'Cuba soutient le Venezuela.','{"version":1,"id":"8c024f65a52cd510","dispatch":{"id":"23e6005fd02be1aa","source":"site.txt","title":"Cuba soutient le Venezuela","outlet":"Site","language":"fr","published":"2021-01-02"},"type":"SUPPORT","mode":null,"contexts":[],"status":"occurred","actors":[{"code":"CUB","sector":"GOV","person":null,"office":null,"text":"Cub","start":0,"end":3}],"recipients":[{"code":"VEN","sector":"GOV","person":null,"office":null,"text":"Cub","start":0,"end":3}],"scope":"international","salience":"main","date":"2021","date_basis":null,"place":null,"attribution":[],"trigger":{"text":"Cuba","start":0,"end":4},"mentions":[],"sentence":{"text":"Cuba soutient le Venezuela.","start":0,"end":27},"quad":"verbal cooperation","intensity":5.0,"confidence":0.8,"why":{"entry":"test"},"promised":null,"postponed":false}');
CREATE TABLE reprints (
	copy VARCHAR(64) NOT NULL, 
	original VARCHAR(64) NOT NULL, 
	likeness FLOAT NOT NULL, 
	kind VARCHAR NOT NULL, 
	PRIMARY KEY (copy)
);
CREATE TABLE same_pairs (
	report INTEGER NOT NULL, 
	other INTEGER NOT NULL, 
	verdict TEXT, 
	PRIMARY KEY (report, other), 
	FOREIGN KEY(report) REFERENCES reports (seq), 
	FOREIGN KEY(other) REFERENCES reports (seq)
)
 WITHOUT ROWID

;
INSERT INTO "same_pairs" VALUES(3,5,'{"a":"972a5ba854c43ca4","b":"ca1030cb41e962f2","score":7.44,"same":true,"opposed":false,"observations":[{"name":"type","score":2.95,"reason":"both are CONSULT"},{"name":"mode","score":2.17,"reason":"both of no mode"},{"name":"parties","score":0.31,"reason":"same parties: RUS, VEN"},{"name":"date","score":0.6,"reason":"same day: 2020-02-07"},{"name":"people","score":1.9,"reason":"RUS: Lavrov = Sergueï Lavrov (one is a bare surname); VEN: Jorge Arreaza"},{"name":"place","score":-0.06,"reason":"both in Caracas"},{"name":"trigger","score":-0.43,"reason":"told with other words"}]}');
INSERT INTO "same_pairs" VALUES(4,6,'{"a":"5dba2cf55b894f16","b":"d850ae2883e0272e","score":8.8,"same":true,"opposed":false,"observations":[{"name":"type","score":2.95,"reason":"both are CONSULT"},{"name":"mode","score":1.43,"reason":"both are multilateral"},{"name":"parties","score":0.31,"reason":"same parties: RUS, VEN"},{"name":"date","score":0.98,"reason":"dates agree: 2020-05, 2020-05-14"},{"name":"plan","score":0.71,"reason":"announced for 2020-05, told as occurred"},{"name":"words","score":2.42,"reason":"shared words: commission, moscou"}]}');
INSERT INTO "same_pairs" VALUES(5,3,NULL);
INSERT INTO "same_pairs" VALUES(6,4,NULL);
CREATE TABLE settling_windows (
	pair VARCHAR NOT NULL, 
	side VARCHAR(4) NOT NULL, 
	level INTEGER NOT NULL, 
	low INTEGER NOT NULL, 
	report INTEGER NOT NULL, 
	high INTEGER NOT NULL, 
	PRIMARY KEY (pair, side, level, low, report), 
	FOREIGN KEY(report) REFERENCES reports (seq)
)
 WITHOUT ROWID

;
INSERT INTO "settling_windows" VALUES('CUB VEN','done',1,737791,8,738162);
INSERT INTO "settling_windows" VALUES('GBR RUS','done',3,0,7,3652059);
INSERT INTO "settling_windows" VALUES('RUS VEN','done',0,737462,3,737469);
INSERT INTO "settling_windows" VALUES('RUS VEN','done',0,737462,5,737469);
INSERT INTO "settling_windows" VALUES('RUS VEN','done',0,737559,6,737566);
INSERT INTO "settling_windows" VALUES('RUS VEN','due',2,737453,4,737976);
CREATE TABLE state (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "state" VALUES('listed','2');
INSERT INTO "state" VALUES('rules','4f0fb52f927f8f32');
INSERT INTO "state" VALUES('merged','7');
INSERT INTO "state" VALUES('judged','1');
CREATE TABLE tallies (
	list VARCHAR NOT NULL, 
	first_month VARCHAR(7) NOT NULL, 
	last_month VARCHAR(7) NOT NULL, 
	type VARCHAR NOT NULL, 
	status VARCHAR NOT NULL, 
	quad VARCHAR NOT NULL, 
	brief BOOLEAN NOT NULL, 
	outcome VARCHAR NOT NULL, 
	events INTEGER NOT NULL, 
	intensity INTEGER NOT NULL, 
	PRIMARY KEY (list, first_month, last_month, type, status, quad, brief, outcome)
)
 WITHOUT ROWID

;
INSERT INTO "tallies" VALUES('','','','ACCUSE','occurred','verbal conflict',0,'',1,-3000);
INSERT INTO "tallies" VALUES('','2020-02','2020-02','CONSULT','occurred','verbal cooperation',1,'',2,5000);
INSERT INTO "tallies" VALUES('','2020-05','2020-05','CONSULT','occurred','verbal cooperation',1,'kept',1,2500);
INSERT INTO "tallies" VALUES('','2021-01','2021-12','SUPPORT','occurred','verbal cooperation',0,'',1,5000);
INSERT INTO "tallies" VALUES('CUB','2021-01','2021-12','SUPPORT','occurred','verbal cooperation',0,'',1,5000);
INSERT INTO "tallies" VALUES('GBR','','','ACCUSE','occurred','verbal conflict',0,'',1,-3000);
INSERT INTO "tallies" VALUES('RUS','','','ACCUSE','occurred','verbal conflict',0,'',1,-3000);
INSERT INTO "tallies" VALUES('RUS','2020-02','2020-02','CONSULT','occurred','verbal cooperation',1,'',2,5000);
INSERT INTO "tallies" VALUES('RUS','2020-05','2020-05','CONSULT','occurred','verbal cooperation',1,'kept',1,2500);
INSERT INTO "tallies" VALUES('VEN','2020-02','2020-02','CONSULT','occurred','verbal cooperation',1,'',2,5000);
INSERT INTO "tallies" VALUES('VEN','2020-05','2020-05','CONSULT','occurred','verbal cooperation',1,'kept',1,2500);
INSERT INTO "tallies" VALUES('VEN','2021-01','2021-12','SUPPORT','occurred','verbal cooperation',0,'',1,5000);
CREATE TABLE text_keys (
	period INTEGER NOT NULL, 
	"key" INTEGER NOT NULL, 
	dispatch INTEGER NOT NULL, 
	PRIMARY KEY (period, "key", dispatch), 
	FOREIGN KEY(dispatch) REFERENCES dispatches (seq)
)
 WITHOUT ROWID

;
INSERT INTO "text_keys" VALUES(0,-2087142158,4);
INSERT INTO "text_keys" VALUES(0,-2020350534,4);
INSERT INTO "text_keys" VALUES(0,-1933270371,4);
INSERT INTO "text_keys" VALUES(0,-1924471230,4);
INSERT INTO "text_keys" VALUES(0,-1869069098,4);
INSERT INTO "text_keys" VALUES(0,-1843824554,4);
INSERT INTO "text_keys" VALUES(0,-1626346213,4);
INSERT INTO "text_keys" VALUES(0,-1611644946,4);
INSERT INTO "text_keys" VALUES(0,-1583276594,4);
INSERT INTO "text_keys" VALUES(0,-1483216702,4);
INSERT INTO "text_keys" VALUES(0,-1435659189,4);
INSERT INTO "text_keys" VALUES(0,-1380405421,4);
INSERT INTO "text_keys" VALUES(0,-1252179757,4);
INSERT INTO "text_keys" VALUES(0,-1167788542,4);
INSERT INTO "text_keys" VALUES(0,-1095681927,4);
INSERT INTO "text_keys" VALUES(0,-845401936,4);
INSERT INTO "text_keys" VALUES(0,-631688436,4);
INSERT INTO "text_keys" VALUES(0,-599410785,4);
INSERT INTO "text_keys" VALUES(0,-379369257,4);
INSERT INTO "text_keys" VALUES(0,-356337415,4);
INSERT INTO "text_keys" VALUES(0,-254874395,4);
INSERT INTO "text_keys" VALUES(0,-239277483,4);
INSERT INTO "text_keys" VALUES(0,-230963041,4);
INSERT INTO "text_keys" VALUES(0,-222100531,4);
INSERT INTO "text_keys" VALUES(0,-186401616,4);
INSERT INTO "text_keys" VALUES(0,-149756659,4);
INSERT INTO "text_keys" VALUES(0,38037149,4);
INSERT INTO "text_keys" VALUES(0,47644205,4);
INSERT INTO "text_keys" VALUES(0,82376830,4);
INSERT INTO "text_keys" VALUES(0,231705580,4);
INSERT INTO "text_keys" VALUES(0,272786505,4);
INSERT INTO "text_keys" VALUES(0,311504612,4);
INSERT INTO "text_keys" VALUES(0,364579980,4);
INSERT INTO "text_keys" VALUES(0,452126686,4);
INSERT INTO "text_keys" VALUES(0,607731491,4);
INSERT INTO "text_keys" VALUES(0,685603098,4);
INSERT INTO "text_keys" VALUES(0,748358472,4);
INSERT INTO "text_keys" VALUES(0,765875138,4);
INSERT INTO "text_keys" VALUES(0,887867195,4);
INSERT INTO "text_keys" VALUES(0,888466811,4);
INSERT INTO "text_keys" VALUES(0,927998186,4);
INSERT INTO "text_keys" VALUES(0,982139451,4);
INSERT INTO "text_keys" VALUES(0,1006783334,4);
INSERT INTO "text_keys" VALUES(0,1047186687,4);
INSERT INTO "text_keys" VALUES(0,1076247375,4);
INSERT INTO "text_keys" VALUES(0,1170674655,4);
INSERT INTO "text_keys" VALUES(0,1200480332,4);
INSERT INTO "text_keys" VALUES(0,1307880129,4);
INSERT INTO "text_keys" VALUES(0,1363173950,4);
INSERT INTO "text_keys" VALUES(0,1465272422,4);
INSERT INTO "text_keys" VALUES(0,1491409503,4);
INSERT INTO "text_keys" VALUES(0,1515754729,4);
INSERT INTO "text_keys" VALUES(0,1521438613,4);
INSERT INTO "text_keys" VALUES(0,1562171903,4);
INSERT INTO "text_keys" VALUES(0,1567370553,4);
INSERT INTO "text_keys" VALUES(0,1599000161,4);
INSERT INTO "text_keys" VALUES(0,1618026431,4);
INSERT INTO "text_keys" VALUES(0,1728430675,4);
INSERT INTO "text_keys" VALUES(0,1748616632,4);
INSERT INTO "text_keys" VALUES(0,1793377729,4);
INSERT INTO "text_keys" VALUES(0,1841414862,4);
INSERT INTO "text_keys" VALUES(0,2074526035,4);
INSERT INTO "text_keys" VALUES(0,2094868153,4);
INSERT INTO "text_keys" VALUES(12292,-2122808532,1);
INSERT INTO "text_keys" VALUES(12292,-2079400460,1);
INSERT INTO "text_keys" VALUES(12292,-2074062613,1);
INSERT INTO "text_keys" VALUES(12292,-2054404840,2);
INSERT INTO "text_keys" VALUES(12292,-1931998910,1);
INSERT INTO "text_keys" VALUES(12292,-1920065869,2);
INSERT INTO "text_keys" VALUES(12292,-1841853044,2);
INSERT INTO "text_keys" VALUES(12292,-1751016383,1);
INSERT INTO "text_keys" VALUES(12292,-1699001991,1);
INSERT INTO "text_keys" VALUES(12292,-1648219472,1);
INSERT INTO "text_keys" VALUES(12292,-1640587883,1);
INSERT INTO "text_keys" VALUES(12292,-1610610846,1);
INSERT INTO "text_keys" VALUES(12292,-1602501105,2);
INSERT INTO "text_keys" VALUES(12292,-1566014185,1);
INSERT INTO "text_keys" VALUES(12292,-1553860839,2);
INSERT INTO "text_keys" VALUES(12292,-1488793367,2);
INSERT INTO "text_keys" VALUES(12292,-1484552986,1);
INSERT INTO "text_keys" VALUES(12292,-1478019810,2);
INSERT INTO "text_keys" VALUES(12292,-1461989981,1);
INSERT INTO "text_keys" VALUES(12292,-1457724366,1);
INSERT INTO "text_keys" VALUES(12292,-1452803975,1);
INSERT INTO "text_keys" VALUES(12292,-1440783081,1);
INSERT INTO "text_keys" VALUES(12292,-1411824421,2);
INSERT INTO "text_keys" VALUES(12292,-1381133799,2);
INSERT INTO "text_keys" VALUES(12292,-1297345990,2);
INSERT INTO "text_keys" VALUES(12292,-1274120521,2);
INSERT INTO "text_keys" VALUES(12292,-1243454652,1);
INSERT INTO "text_keys" VALUES(12292,-1232727846,2);
INSERT INTO "text_keys" VALUES(12292,-1226237658,2);
INSERT INTO "text_keys" VALUES(12292,-1198630754,2);
INSERT INTO "text_keys" VALUES(12292,-1160042883,2);
INSERT INTO "text_keys" VALUES(12292,-1143413595,2);
INSERT INTO "text_keys" VALUES(12292,-1029407877,2);
INSERT INTO "text_keys" VALUES(12292,-1024538207,2);
INSERT INTO "text_keys" VALUES(12292,-1007302593,1);
INSERT INTO "text_keys" VALUES(12292,-988407119,1);
INSERT INTO "text_keys" VALUES(12292,-928472723,1);
INSERT INTO "text_keys" VALUES(12292,-885490117,1);
INSERT INTO "text_keys" VALUES(12292,-884668076,2);
INSERT INTO "text_keys" VALUES(12292,-880815357,1);
INSERT INTO "text_keys" VALUES(12292,-836187104,1);
INSERT INTO "text_keys" VALUES(12292,-801152458,2);
INSERT INTO "text_keys" VALUES(12292,-792520753,2);
INSERT INTO "text_keys" VALUES(12292,-760556907,2);
INSERT INTO "text_keys" VALUES(12292,-753341547,2);
INSERT INTO "text_keys" VALUES(12292,-720503329,2);
INSERT INTO "text_keys" VALUES(12292,-661099482,2);
INSERT INTO "text_keys" VALUES(12292,-637131150,1);
INSERT INTO "text_keys" VALUES(12292,-635626234,1);
INSERT INTO "text_keys" VALUES(12292,-576675840,2);
INSERT INTO "text_keys" VALUES(12292,-564345699,1);
INSERT INTO "text_keys" VALUES(12292,-462713597,1);
INSERT INTO "text_keys" VALUES(12292,-425132926,2);
INSERT INTO "text_keys" VALUES(12292,-403196445,1);
INSERT INTO "text_keys" VALUES(12292,-384018979,1);
INSERT INTO "text_keys" VALUES(12292,-379087696,2);
INSERT INTO "text_keys" VALUES(12292,-285416594,1);
INSERT INTO "text_keys" VALUES(12292,-278246093,2);
INSERT INTO "text_keys" VALUES(12292,-272886890,1);
INSERT INTO "text_keys" VALUES(12292,-125832678,2);
INSERT INTO "text_keys" VALUES(12292,-104097448,1);
INSERT INTO "text_keys" VALUES(12292,-68375163,1);
INSERT INTO "text_keys" VALUES(12292,29247124,2);
INSERT INTO "text_keys" VALUES(12292,53163883,2);
INSERT INTO "text_keys" VALUES(12292,106152415,1);
INSERT INTO "text_keys" VALUES(12292,129296247,1);
INSERT INTO "text_keys" VALUES(12292,252547406,1);
INSERT INTO "text_keys" VALUES(12292,256481570,1);
INSERT INTO "text_keys" VALUES(12292,270141238,1);
INSERT INTO "text_keys" VALUES(12292,358685681,2);
INSERT INTO "text_keys" VALUES(12292,369266936,2);
INSERT INTO "text_keys" VALUES(12292,394903048,1);
INSERT INTO "text_keys" VALUES(12292,406422410,1);
INSERT INTO "text_keys" VALUES(12292,458177240,2);
INSERT INTO "text_keys" VALUES(12292,515583500,2);
INSERT INTO "text_keys" VALUES(12292,538452994,2);
INSERT INTO "text_keys" VALUES(12292,544383383,1);
INSERT INTO "text_keys" VALUES(12292,615399043,2);
INSERT INTO "text_keys" VALUES(12292,668802050,2);
INSERT INTO "text_keys" VALUES(12292,728574668,1);
INSERT INTO "text_keys" VALUES(12292,813227411,2);
INSERT INTO "text_keys" VALUES(12292,918875682,2);
INSERT INTO "text_keys" VALUES(12292,959490239,2);
INSERT INTO "text_keys" VALUES(12292,972790037,1);
INSERT INTO "text_keys" VALUES(12292,974462931,2);
INSERT INTO "text_keys" VALUES(12292,976945287,1);
INSERT INTO "text_keys" VALUES(12292,1064756157,1);
INSERT INTO "text_keys" VALUES(12292,1084752471,2);
INSERT INTO "text_keys" VALUES(12292,1088541684,1);
INSERT INTO "text_keys" VALUES(12292,1107316495,1);
INSERT INTO "text_keys" VALUES(12292,1145585423,2);
INSERT INTO "text_keys" VALUES(12292,1203737332,2);
INSERT INTO "text_keys" VALUES(12292,1214213227,2);
INSERT INTO "text_keys" VALUES(12292,1220431997,2);
INSERT INTO "text_keys" VALUES(12292,1221633155,1);
INSERT INTO "text_keys" VALUES(12292,1245938888,2);
INSERT INTO "text_keys" VALUES(12292,1310858320,1);
INSERT INTO "text_keys" VALUES(12292,1317580125,1);
INSERT INTO "text_keys" VALUES(12292,1337924098,1);
INSERT INTO "text_keys" VALUES(12292,1365994720,2);
INSERT INTO "text_keys" VALUES(12292,1465443194,2);
INSERT INTO "text_keys" VALUES(12292,1470597697,1);
INSERT INTO "text_keys" VALUES(12292,1511383670,1);
INSERT INTO "text_keys" VALUES(12292,1513615115,2);
INSERT INTO "text_keys" VALUES(12292,1519751094,1);
INSERT INTO "text_keys" VALUES(12292,1525086355,2);
INSERT INTO "text_keys" VALUES(12292,1679872967,1);
INSERT INTO "text_keys" VALUES(12292,1687967330,1);
INSERT INTO "text_keys" VALUES(12292,1705392272,1);
INSERT INTO "text_keys" VALUES(12292,1719424002,1);
INSERT INTO "text_keys" VALUES(12292,1723988637,2);
INSERT INTO "text_keys" VALUES(12292,1727072124,1);
INSERT INTO "text_keys" VALUES(12292,1759741776,2);
INSERT INTO "text_keys" VALUES(12292,1788974232,1);
INSERT INTO "text_keys" VALUES(12292,1803895843,2);
INSERT INTO "text_keys" VALUES(12292,1824929432,2);
INSERT INTO "text_keys" VALUES(12292,1829987222,2);
INSERT INTO "text_keys" VALUES(12292,1834446130,2);
INSERT INTO "text_keys" VALUES(12292,1851550150,1);
INSERT INTO "text_keys" VALUES(12292,1858683274,1);
INSERT INTO "text_keys" VALUES(12292,1912927014,2);
INSERT INTO "text_keys" VALUES(12292,1957497425,1);
INSERT INTO "text_keys" VALUES(12292,2058743235,2);
INSERT INTO "text_keys" VALUES(12292,2076208605,2);
INSERT INTO "text_keys" VALUES(12292,2080524653,2);
INSERT INTO "text_keys" VALUES(12292,2081439206,1);
INSERT INTO "text_keys" VALUES(12293,-2104635231,3);
INSERT INTO "text_keys" VALUES(12293,-2001466685,3);
INSERT INTO "text_keys" VALUES(12293,-1793195393,3);
INSERT INTO "text_keys" VALUES(12293,-1749280130,3);
INSERT INTO "text_keys" VALUES(12293,-1678134518,3);
INSERT INTO "text_keys" VALUES(12293,-1655909568,3);
INSERT INTO "text_keys" VALUES(12293,-1646375243,3);
INSERT INTO "text_keys" VALUES(12293,-1489149400,3);
INSERT INTO "text_keys" VALUES(12293,-1319485130,3);
INSERT INTO "text_keys" VALUES(12293,-1187776445,3);
INSERT INTO "text_keys" VALUES(12293,-1147477351,3);
INSERT INTO "text_keys" VALUES(12293,-1135303334,3);
INSERT INTO "text_keys" VALUES(12293,-1115934111,3);
INSERT INTO "text_keys" VALUES(12293,-1022607552,3);
INSERT INTO "text_keys" VALUES(12293,-883909534,3);
INSERT INTO "text_keys" VALUES(12293,-874798966,3);
INSERT INTO "text_keys" VALUES(12293,-851568099,3);
INSERT INTO "text_keys" VALUES(12293,-837666864,3);
INSERT INTO "text_keys" VALUES(12293,-772307030,3);
INSERT INTO "text_keys" VALUES(12293,-487501388,3);
INSERT INTO "text_keys" VALUES(12293,-425250123,3);
INSERT INTO "text_keys" VALUES(12293,-298231051,3);
INSERT INTO "text_keys" VALUES(12293,-278474123,3);
INSERT INTO "text_keys" VALUES(12293,-206310899,3);
INSERT INTO "text_keys" VALUES(12293,-152128950,3);
INSERT INTO "text_keys" VALUES(12293,-7538941,3);
INSERT INTO "text_keys" VALUES(12293,153617141,3);
INSERT INTO "text_keys" VALUES(12293,196776220,3);
INSERT INTO "text_keys" VALUES(12293,292289968,3);
INSERT INTO "text_keys" VALUES(12293,300128268,3);
INSERT INTO "text_keys" VALUES(12293,438402557,3);
INSERT INTO "text_keys" VALUES(12293,469268287,3);
INSERT INTO "text_keys" VALUES(12293,474696870,3);
INSERT INTO "text_keys" VALUES(12293,501389411,3);
INSERT INTO "text_keys" VALUES(12293,516888873,3);
INSERT INTO "text_keys" VALUES(12293,536774267,3);
INSERT INTO "text_keys" VALUES(12293,633591277,3);
INSERT INTO "text_keys" VALUES(12293,662664878,3);
INSERT INTO "text_keys" VALUES(12293,715495550,3);
INSERT INTO "text_keys" VALUES(12293,762667799,3);
INSERT INTO "text_keys" VALUES(12293,780804466,3);
INSERT INTO "text_keys" VALUES(12293,856490882,3);
INSERT INTO "text_keys" VALUES(12293,856692796,3);
INSERT INTO "text_keys" VALUES(12293,866532516,3);
INSERT INTO "text_keys" VALUES(12293,926977534,3);
INSERT INTO "text_keys" VALUES(12293,930802203,3);
INSERT INTO "text_keys" VALUES(12293,976818975,3);
INSERT INTO "text_keys" VALUES(12293,1112580070,3);
INSERT INTO "text_keys" VALUES(12293,1133801187,3);
INSERT INTO "text_keys" VALUES(12293,1213097224,3);
INSERT INTO "text_keys" VALUES(12293,1290415443,3);
INSERT INTO "text_keys" VALUES(12293,1333709366,3);
INSERT INTO "text_keys" VALUES(12293,1362974454,3);
INSERT INTO "text_keys" VALUES(12293,1396518722,3);
INSERT INTO "text_keys" VALUES(12293,1459621518,3);
INSERT INTO "text_keys" VALUES(12293,1528927587,3);
INSERT INTO "text_keys" VALUES(12293,1544042974,3);
INSERT INTO "text_keys" VALUES(12293,1579189798,3);
INSERT INTO "text_keys" VALUES(12293,1583083642,3);
INSERT INTO "text_keys" VALUES(12293,1585947178,3);
INSERT INTO "text_keys" VALUES(12293,1591343752,3);
INSERT INTO "text_keys" VALUES(12293,1837763185,3);
INSERT INTO "text_keys" VALUES(12293,2019313880,3);
INSERT INTO "text_keys" VALUES(12297,-2035328837,5);
INSERT INTO "text_keys" VALUES(12297,-1993943558,5);
INSERT INTO "text_keys" VALUES(12297,-1970483541,5);
INSERT INTO "text_keys" VALUES(12297,-1897116391,5);
INSERT INTO "text_keys" VALUES(12297,-1880578934,5);
INSERT INTO "text_keys" VALUES(12297,-1815565950,5);
INSERT INTO "text_keys" VALUES(12297,-1800339897,5);
INSERT INTO "text_keys" VALUES(12297,-1771181580,5);
INSERT INTO "text_keys" VALUES(12297,-1683243968,5);
INSERT INTO "text_keys" VALUES(12297,-1618619068,5);
INSERT INTO "text_keys" VALUES(12297,-1432076044,5);
INSERT INTO "text_keys" VALUES(12297,-1407318765,5);
INSERT INTO "text_keys" VALUES(12297,-1238236689,5);
INSERT INTO "text_keys" VALUES(12297,-1199799589,5);
INSERT INTO "text_keys" VALUES(12297,-1176274668,5);
INSERT INTO "text_keys" VALUES(12297,-931394615,5);
INSERT INTO "text_keys" VALUES(12297,-930878190,5);
INSERT INTO "text_keys" VALUES(12297,-924395349,5);
INSERT INTO "text_keys" VALUES(12297,-847919707,5);
INSERT INTO "text_keys" VALUES(12297,-810350076,5);
INSERT INTO "text_keys" VALUES(12297,-750204446,5);
INSERT INTO "text_keys" VALUES(12297,-643793571,5);
INSERT INTO "text_keys" VALUES(12297,-639962832,5);
INSERT INTO "text_keys" VALUES(12297,-608905054,5);
INSERT INTO "text_keys" VALUES(12297,-556623622,5);
INSERT INTO "text_keys" VALUES(12297,-509054952,5);
INSERT INTO "text_keys" VALUES(12297,-438806796,5);
INSERT INTO "text_keys" VALUES(12297,-411510283,5);
INSERT INTO "text_keys" VALUES(12297,-364879485,5);
INSERT INTO "text_keys" VALUES(12297,-351459947,5);
INSERT INTO "text_keys" VALUES(12297,-305429858,5);
INSERT INTO "text_keys" VALUES(12297,-291207077,5);
INSERT INTO "text_keys" VALUES(12297,-188131120,5);
INSERT INTO "text_keys" VALUES(12297,-148670345,5);
INSERT INTO "text_keys" VALUES(12297,-14493071,5);
INSERT INTO "text_keys" VALUES(12297,50008604,5);
INSERT INTO "text_keys" VALUES(12297,65431665,5);
INSERT INTO "text_keys" VALUES(12297,138222749,5);
INSERT INTO "text_keys" VALUES(12297,231253130,5);
INSERT INTO "text_keys" VALUES(12297,239838652,5);
INSERT INTO "text_keys" VALUES(12297,248841083,5);
INSERT INTO "text_keys" VALUES(12297,296851270,5);
INSERT INTO "text_keys" VALUES(12297,391912674,5);
INSERT INTO "text_keys" VALUES(12297,573889905,5);
INSERT INTO "text_keys" VALUES(12297,662501637,5);
INSERT INTO "text_keys" VALUES(12297,815973412,5);
INSERT INTO "text_keys" VALUES(12297,845437918,5);
INSERT INTO "text_keys" VALUES(12297,907078711,5);
INSERT INTO "text_keys" VALUES(12297,910605719,5);
INSERT INTO "text_keys" VALUES(12297,1117823065,5);
INSERT INTO "text_keys" VALUES(12297,1150107146,5);
INSERT INTO "text_keys" VALUES(12297,1272045449,5);
INSERT INTO "text_keys" VALUES(12297,1318203829,5);
INSERT INTO "text_keys" VALUES(12297,1483370273,5);
INSERT INTO "text_keys" VALUES(12297,1508433763,5);
INSERT INTO "text_keys" VALUES(12297,1670662205,5);
INSERT INTO "text_keys" VALUES(12297,1689284763,5);
INSERT INTO "text_keys" VALUES(12297,1750953687,5);
INSERT INTO "text_keys" VALUES(12297,1785194050,5);
INSERT INTO "text_keys" VALUES(12297,1814497929,5);
INSERT INTO "text_keys" VALUES(12297,1834249689,5);
INSERT INTO "text_keys" VALUES(12297,2002341180,5);
INSERT INTO "text_keys" VALUES(12297,2078535311,5);
CREATE INDEX events_days ON events (first_day, last_day);
CREATE INDEX event_participants_code ON event_participants (code);
CREATE INDEX event_reports_report ON event_reports (report);
CREATE INDEX readings_source ON readings (source);
CREATE INDEX reports_dispatch ON reports (dispatch);
CREATE INDEX reports_id ON reports (id);
CREATE INDEX dispatches_first_day ON dispatches (first_day);
CREATE INDEX report_windows_report ON report_windows (report);
CREATE INDEX judged_dispatches_dispatch ON judged_dispatches (dispatch);
CREATE INDEX settling_windows_report ON settling_windows (report);
CREATE INDEX fulfilments_told ON fulfilments (told);
CREATE INDEX event_namings_code ON event_namings (code, person, office);
CREATE INDEX dispatches_source ON dispatches (source);
CREATE INDEX report_participants_code_report ON report_participants (code, report);
CREATE INDEX report_participants_person ON report_participants (person);
CREATE INDEX events_days_ids ON events (first_day, id);
CREATE INDEX doubtful_pairs_score ON doubtful_pairs (score);
CREATE INDEX report_participants_names ON report_participants (code, person, report);
CREATE INDEX listed_told ON listed (list, independent_sources, dispatches, last_day, event, first_day, type, status, outcome) WHERE independent_sources > 1 AND first_day IS NOT NULL AND last_day IS NOT NULL;
CREATE INDEX listed_due ON listed (list, outcome, due_order, due, event, due_by) WHERE outcome IS NOT NULL;
CREATE INDEX events_long ON events (first_day, id, last_day, date, type, status, independent_sources) WHERE first_day IS NULL OR last_day IS NULL OR substr(first_day, 1, 7) <> substr(last_day, 1, 7);
CREATE INDEX dispatches_days_ids ON dispatches (first_day, id, last_day);
CREATE INDEX dispatches_long ON dispatches (first_day, id, last_day) WHERE first_day IS NULL OR last_day IS NULL OR substr(first_day, 1, 7) <> substr(last_day, 1, 7);
CREATE INDEX reports_in_order ON reports (seq, superseded, type, status, first_day, last_day);
CREATE INDEX event_namings_person ON event_namings (person);
CREATE VIRTUAL TABLE dispatch_words USING fts5(text, content='dispatches', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
INSERT INTO dispatch_words(dispatch_words) VALUES('rebuild');
CREATE VIRTUAL TABLE report_words USING fts5(sentence, content='reports', content_rowid='seq', tokenize='unicode61 remove_diacritics 2');
INSERT INTO report_words(report_words) VALUES('rebuild');
CREATE TRIGGER dispatch_words_added AFTER INSERT ON dispatches BEGIN INSERT INTO dispatch_words(rowid, text) VALUES (new.seq, new.text); END;
CREATE TRIGGER report_words_added AFTER INSERT ON reports BEGIN INSERT INTO report_words(rowid, sentence) VALUES (new.seq, new.sentence); END;

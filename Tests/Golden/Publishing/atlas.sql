BEGIN;
SET LOCAL standard_conforming_strings = on;
SET LOCAL lock_timeout = '60s';
SET LOCAL client_min_messages = warning;
DO $turn$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('atlas atlas')); END $turn$;
CREATE SCHEMA IF NOT EXISTS "atlas";
DO $path$ BEGIN PERFORM set_config('search_path', concat_ws(', ', '"atlas"', nullif(current_setting('search_path'), '')), true); END $path$;
CREATE TABLE IF NOT EXISTS releases (release text PRIMARY KEY, published timestamptz NOT NULL);
COMMENT ON TABLE releases IS 'One row for each release, and when it was last written.';
INSERT INTO releases (release, published) VALUES ('abc', clock_timestamp()) ON CONFLICT (release) DO UPDATE SET published = clock_timestamp();
CREATE TABLE IF NOT EXISTS "areas" (release text REFERENCES releases ON DELETE CASCADE, "area_code" text, PRIMARY KEY ("release", "area_code"));
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "area_code" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "name_en" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "name_km" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "internet" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "internet_status" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "internet_se" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "internet_ci_low" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "internet_ci_high" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "population" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "population_status" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "turnout" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "turnout_status" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_score" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_score_low" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_score_high" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_rank" bigint;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_rank_low" bigint;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_rank_high" bigint;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_coverage" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_drivers" jsonb;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_severity_share" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_gi_z" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_gi_p" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_gi_p_adjusted" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_gi_p_min" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_gi_method" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_cluster" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_hotspot" boolean;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_hotspot_stability" double precision;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS "divide_hotspot_reason" text;
ALTER TABLE "areas" ADD COLUMN IF NOT EXISTS geom geometry(MultiPolygon, 4326);
COMMENT ON TABLE "areas" IS 'One row for each square, in code order.';
COMMENT ON COLUMN "areas"."area_code" IS 'Area code. The area''s code: text, never a number (''04'' is not ''4'').';
COMMENT ON COLUMN "areas"."name_en" IS 'Name: en. The area''s name in language ''en''; null where none is known.';
COMMENT ON COLUMN "areas"."name_km" IS 'Name: km. The area''s name in language ''km''; null where none is known.';
COMMENT ON COLUMN "areas"."internet" IS 'Internet use (% of people). Internet use, % of people, 2021-22. Lower is worse. Source: survey. Null has its reason in ''internet_status''.';
COMMENT ON COLUMN "areas"."internet_status" IS 'Internet use: status. What the value of ''internet'' is worth, or why there is none.';
COMMENT ON COLUMN "areas"."internet_se" IS 'Internet use: standard error (% of people). Standard error of ''internet'', in its unit; null where the value has none.';
COMMENT ON COLUMN "areas"."internet_ci_low" IS 'Internet use: 95 % interval, lower end (% of people). Lower end of the 95 % confidence interval; null where the value has none.';
COMMENT ON COLUMN "areas"."internet_ci_high" IS 'Internet use: 95 % interval, upper end (% of people). Upper end of the 95 % confidence interval; null where the value has none.';
COMMENT ON COLUMN "areas"."population" IS 'Population (% of people). Population, % of people, 2021-22. Source: survey. Null has its reason in ''population_status''.';
COMMENT ON COLUMN "areas"."population_status" IS 'Population: status. What the value of ''population'' is worth, or why there is none.';
COMMENT ON COLUMN "areas"."turnout" IS 'Turnout (% of people). Turnout, % of people, 2021-22. Lower is worse. Source: survey. Null has its reason in ''turnout_status''.';
COMMENT ON COLUMN "areas"."turnout_status" IS 'Turnout: status. What the value of ''turnout'' is worth, or why there is none.';
COMMENT ON COLUMN "areas"."divide_score" IS 'Digital divide: score (points, 0–100). From 0 (no divide among these areas) to 100 (worst on everything). Null where too little is known.';
COMMENT ON COLUMN "areas"."divide_score_low" IS 'Digital divide: score, lower end (points, 0–100). 5 % point of the score over the uncertainty scenarios. Null where none were run.';
COMMENT ON COLUMN "areas"."divide_score_high" IS 'Digital divide: score, upper end (points, 0–100). 95 % point of the score over the uncertainty scenarios. Null where none were run.';
COMMENT ON COLUMN "areas"."divide_rank" IS 'Digital divide: rank. 1 = worst divide; equal scores share a rank. Null where there is no score.';
COMMENT ON COLUMN "areas"."divide_rank_low" IS 'Digital divide: rank, lower end. 5 % point of the rank over the uncertainty scenarios. Null where none were run.';
COMMENT ON COLUMN "areas"."divide_rank_high" IS 'Digital divide: rank, upper end. 95 % point of the rank over the uncertainty scenarios. Null where none were run.';
COMMENT ON COLUMN "areas"."divide_coverage" IS 'Digital divide: coverage (share, 0–1). Share of the index''s indicators, by weight, that have a usable value here.';
COMMENT ON COLUMN "areas"."divide_drivers" IS 'Digital divide: drivers (points, 0–100). Each indicator''s part of the score, largest first; the parts add up to the score. Null where there is no score.';
COMMENT ON COLUMN "areas"."divide_severity_share" IS 'Digital divide: share of scenarios in which severe (share, 0–1). Share of the uncertainty scenarios in which the area is among the worst. Null where none were run.';
COMMENT ON COLUMN "areas"."divide_gi_z" IS 'Digital divide: Gi* z score. Analytic z score of Getis-Ord Gi* on the score. Null without a score or neighbours.';
COMMENT ON COLUMN "areas"."divide_gi_p" IS 'Digital divide: Gi* p. Two-sided conditional p of Gi*, before correction.';
COMMENT ON COLUMN "areas"."divide_gi_p_adjusted" IS 'Digital divide: Gi* p, adjusted. Benjamini-Hochberg adjusted p over the testable areas. Null where not testable.';
COMMENT ON COLUMN "areas"."divide_gi_p_min" IS 'Digital divide: Gi* p, smallest attainable. The smallest p that the area could have reached with its number of neighbours.';
COMMENT ON COLUMN "areas"."divide_gi_method" IS 'Digital divide: Gi* method. How p was found: ''exact'' counts every outcome; ''monte carlo (R draws)'' draws R at random, and then no p is below 2/(R+1). Null without p.';
COMMENT ON COLUMN "areas"."divide_cluster" IS 'Digital divide: cluster. Whether the area lies in a cluster: ''possibly'' means before correction only.';
COMMENT ON COLUMN "areas"."divide_hotspot" IS 'Digital divide: hotspot. True where the area is severe or lies in a hot cluster. Null where it is not scored.';
COMMENT ON COLUMN "areas"."divide_hotspot_stability" IS 'Digital divide: hotspot stability (share, 0–1). Share of the declared alternatives (neighbours, level, correction, weights) that find the area in a hot cluster. Null where none were declared.';
COMMENT ON COLUMN "areas"."divide_hotspot_reason" IS 'Digital divide: hotspot reason. Why the area is a hotspot, or is not: its severity, then its clustering.';
CREATE INDEX IF NOT EXISTS "areas_geom" ON "areas" USING gist (geom);
DELETE FROM "areas" WHERE release = 'abc';
INSERT INTO "areas" (release, "area_code", "name_en", "name_km", "internet", "internet_status", "internet_se", "internet_ci_low", "internet_ci_high", "population", "population_status", "turnout", "turnout_status", "divide_score", "divide_score_low", "divide_score_high", "divide_rank", "divide_rank_low", "divide_rank_high", "divide_coverage", "divide_drivers", "divide_severity_share", "divide_gi_z", "divide_gi_p", "divide_gi_p_adjusted", "divide_gi_p_min", "divide_gi_method", "divide_cluster", "divide_hotspot", "divide_hotspot_stability", "divide_hotspot_reason", geom) VALUES
('abc','01','North "West"','ខាងជើង',27.064,'ok',2.0,23.144,30.984,1.0,'ok',NULL,'no data',88.5,NULL,NULL,1,1,2,1.0,'{"internet":60.0,"population":28.5}',0.95,1.5,0.2,NULL,0.2,NULL,'not testable',true,0.9,'severe; clustering not testable (no outcome reaches 0.05)','0106000020E61000000100000001030000000200000005000000000000000000594000000000000028400000000000405940000000000000284000000000004059400000000000002A4000000000000059400000000000002A4000000000000059400000000000002840050000000000000000105940000000000080284000000000001059400000000000802940000000000030594000000000008029400000000000305940000000000080284000000000001059400000000000802840'),
('abc','02','North
Middle','កណ្តាល',0.0,'ok',NULL,0.0,1.5,22.0,'ok',NULL,'no data',40.0,NULL,NULL,2,NULL,NULL,0.75,'{"internet":40.0}',NULL,2.5,0.01,0.03,0.001,NULL,'hot',true,0.5,'not severe; in a hot cluster','0106000020E61000000100000001030000000100000005000000000000000040594000000000000028400000000000805940000000000000284000000000008059400000000000002A4000000000004059400000000000002A4000000000004059400000000000002840'),
('abc','03','<script>alert(1)</script>','ខាងលិច',NULL,'no data',NULL,NULL,NULL,333.0,'ok',NULL,'no data',NULL,NULL,NULL,NULL,NULL,NULL,0.25,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'not testable',NULL,NULL,'not scored (coverage 0.25 is below 0.6); clustering not testable (no score)','0106000020E61000000100000001030000000100000005000000000000000080594000000000000028400000000000C0594000000000000028400000000000C059400000000000002A4000000000008059400000000000002A4000000000008059400000000000002840'),
('abc','04','=HYPERLINK("x")','ត្បូង',12.5,'unreliable',NULL,NULL,NULL,4444.0,'ok',NULL,'no data',30.0,NULL,NULL,3,NULL,NULL,1.0,'{"internet":30.0}',NULL,-1.0,0.3,0.4,0.001,NULL,'none',false,0.0,'not severe; in no cluster','0106000020E610000001000000010300000001000000050000000000000000005940000000000000264000000000004059400000000000002640000000000040594000000000000028400000000000005940000000000000284000000000000059400000000000002640'),
('abc','05','South, Middle',NULL,NULL,'suppressed',NULL,NULL,NULL,55555.0,'ok',NULL,'no data',20.0,NULL,NULL,4,NULL,NULL,1.0,'{"internet":20.0}',NULL,-2.0,0.04,0.08,0.001,NULL,'possibly cold',false,0.0,'not severe; in a possibly cold cluster','0106000020E610000001000000010300000001000000050000000000000000405940000000000000264000000000008059400000000000002640000000000080594000000000000028400000000000405940000000000000284000000000004059400000000000002640'),
('abc','06','2019-03-03','ភ្នំពេញ',0.3333333333333333,'stale',NULL,NULL,NULL,2281951.0,'ok',NULL,'no data',0.0,NULL,NULL,5,NULL,NULL,1.0,'{"internet":0.0}',NULL,-3.0,0.001,0.004,0.001,NULL,'cold',false,0.0,'not severe; in a cold cluster','0106000020E61000000200000001030000000100000005000000000000000080594000000000000026400000000000C0594000000000000026400000000000C059400000000000002840000000000080594000000000000028400000000000805940000000000000264001030000000100000005000000D6E94DB7E6075A400000000000002640D6E94DB7E6275A400000000000002640D6E94DB7E6275A400000000000002740D6E94DB7E6075A400000000000002740D6E94DB7E6075A400000000000002640');
CREATE TABLE IF NOT EXISTS "observations" (release text REFERENCES releases ON DELETE CASCADE, "area_code" text, "indicator" text, PRIMARY KEY ("release", "area_code", "indicator"));
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "area_code" text;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "indicator" text;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "value" double precision;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "status" text;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "reason" text;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "se" double precision;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "ci_low" double precision;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "ci_high" double precision;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "sample_size" bigint;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "in_statistics" boolean;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "unit" text;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "period" text;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "source" text;
ALTER TABLE "observations" ADD COLUMN IF NOT EXISTS "met_by" text;
COMMENT ON TABLE "observations" IS 'One row for each area and indicator.';
COMMENT ON COLUMN "observations"."area_code" IS 'area_code. The area''s code.';
COMMENT ON COLUMN "observations"."indicator" IS 'indicator. The indicator''s id.';
COMMENT ON COLUMN "observations"."value" IS 'value. The figure in the indicator''s unit.';
COMMENT ON COLUMN "observations"."status" IS 'status. What the value is worth, or why there is none.';
COMMENT ON COLUMN "observations"."reason" IS 'reason. A sentence on the status; null where there is nothing to say.';
COMMENT ON COLUMN "observations"."se" IS 'se. Standard error, in the indicator''s unit.';
COMMENT ON COLUMN "observations"."ci_low" IS 'ci_low. Lower end of the 95 % interval.';
COMMENT ON COLUMN "observations"."ci_high" IS 'ci_high. Upper end of the 95 % interval.';
COMMENT ON COLUMN "observations"."sample_size" IS 'sample_size. Respondents or cases behind the value.';
COMMENT ON COLUMN "observations"."in_statistics" IS 'in_statistics. Whether index and statistics use the value.';
COMMENT ON COLUMN "observations"."unit" IS 'unit. What one unit is.';
COMMENT ON COLUMN "observations"."period" IS 'period. When it was measured.';
COMMENT ON COLUMN "observations"."source" IS 'source. Identifiers of the sources.';
COMMENT ON COLUMN "observations"."met_by" IS 'met_by. How its row met the area: code, alias, name or crosswalk.';
DELETE FROM "observations" WHERE release = 'abc';
INSERT INTO "observations" (release, "area_code", "indicator", "value", "status", "reason", "se", "ci_low", "ci_high", "sample_size", "in_statistics", "unit", "period", "source", "met_by") VALUES
('abc','01','internet',27.064,'ok',NULL,2.0,23.144,30.984,NULL,true,'% of people','2021-22','survey',NULL),
('abc','02','internet',0.0,'ok',NULL,NULL,0.0,1.5,NULL,true,'% of people','2021-22','survey',NULL),
('abc','03','internet',NULL,'no data','no row for area ''03''',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL),
('abc','04','internet',12.5,'unreliable','few, say "the" authors',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL),
('abc','05','internet',NULL,'suppressed','fewer than 25 respondents',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL),
('abc','06','internet',0.3333333333333333,'stale',NULL,NULL,NULL,NULL,NULL,true,'% of people','2021-22','survey',NULL),
('abc','01','population',1.0,'ok',NULL,NULL,NULL,NULL,NULL,true,'% of people','2021-22','survey',NULL),
('abc','02','population',22.0,'ok',NULL,NULL,NULL,NULL,NULL,true,'% of people','2021-22','survey',NULL),
('abc','03','population',333.0,'ok',NULL,NULL,NULL,NULL,NULL,true,'% of people','2021-22','survey',NULL),
('abc','04','population',4444.0,'ok',NULL,NULL,NULL,NULL,NULL,true,'% of people','2021-22','survey',NULL),
('abc','05','population',55555.0,'ok',NULL,NULL,NULL,NULL,NULL,true,'% of people','2021-22','survey',NULL),
('abc','06','population',2281951.0,'ok',NULL,NULL,NULL,NULL,NULL,true,'% of people','2021-22','survey',NULL),
('abc','01','turnout',NULL,'no data','not published',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL),
('abc','02','turnout',NULL,'no data','not published',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL),
('abc','03','turnout',NULL,'no data','not published',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL),
('abc','04','turnout',NULL,'no data','not published',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL),
('abc','05','turnout',NULL,'no data','not published',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL),
('abc','06','turnout',NULL,'no data','not published',NULL,NULL,NULL,NULL,false,'% of people','2021-22','survey',NULL);
CREATE TABLE IF NOT EXISTS "neighbors" (release text REFERENCES releases ON DELETE CASCADE, "area_code" text, "neighbor_code" text, PRIMARY KEY ("release", "area_code", "neighbor_code"));
ALTER TABLE "neighbors" ADD COLUMN IF NOT EXISTS "area_code" text;
ALTER TABLE "neighbors" ADD COLUMN IF NOT EXISTS "neighbor_code" text;
ALTER TABLE "neighbors" ADD COLUMN IF NOT EXISTS "shared_boundary_m" double precision;
ALTER TABLE "neighbors" ADD COLUMN IF NOT EXISTS "near_miss" boolean;
COMMENT ON TABLE "neighbors" IS 'One row for each area and each area that it touches, both ways.';
COMMENT ON COLUMN "neighbors"."area_code" IS 'Area code. The area''s code.';
COMMENT ON COLUMN "neighbors"."neighbor_code" IS 'Code of the neighbour. The code of an area that it touches.';
COMMENT ON COLUMN "neighbors"."shared_boundary_m" IS 'Shared boundary (metres). Length of the boundary they share on the WGS 84 ellipsoid; 0 where they share points only.';
COMMENT ON COLUMN "neighbors"."near_miss" IS 'Near miss. True where they are no neighbours, but touch in a point, or would touch within ten times the tolerance of 1.0 m.';
DELETE FROM "neighbors" WHERE release = 'abc';
INSERT INTO "neighbors" (release, "area_code", "neighbor_code", "shared_boundary_m", "near_miss") VALUES
('abc','01','02',110612.5,false),
('abc','01','04',108903.0,false),
('abc','01','05',0.0,false),
('abc','02','01',110612.5,false),
('abc','02','03',110612.5,false),
('abc','03','02',110612.5,false),
('abc','03','06',0.0,true),
('abc','04','01',108903.0,false),
('abc','05','01',0.0,false),
('abc','06','03',0.0,true);
CREATE TABLE IF NOT EXISTS "weights" (release text REFERENCES releases ON DELETE CASCADE, "index" text, "area_code" text, "neighbor_code" text, PRIMARY KEY ("release", "index", "area_code", "neighbor_code"));
ALTER TABLE "weights" ADD COLUMN IF NOT EXISTS "index" text;
ALTER TABLE "weights" ADD COLUMN IF NOT EXISTS "area_code" text;
ALTER TABLE "weights" ADD COLUMN IF NOT EXISTS "neighbor_code" text;
ALTER TABLE "weights" ADD COLUMN IF NOT EXISTS "weight" double precision;
COMMENT ON TABLE "weights" IS 'One row for each index, area and neighbour that counts in its hotspots.';
COMMENT ON COLUMN "weights"."index" IS 'index. The index''s id.';
COMMENT ON COLUMN "weights"."area_code" IS 'area_code. The area''s code.';
COMMENT ON COLUMN "weights"."neighbor_code" IS 'neighbor_code. The code of its neighbour.';
COMMENT ON COLUMN "weights"."weight" IS 'weight. How much the neighbour counts; positive.';
DELETE FROM "weights" WHERE release = 'abc';
INSERT INTO "weights" (release, "index", "area_code", "neighbor_code", "weight") VALUES
('abc','divide','01','02',1.0),
('abc','divide','01','04',1.0),
('abc','divide','01','05',1.0),
('abc','divide','02','01',1.0),
('abc','divide','02','03',1.0),
('abc','divide','03','02',1.0),
('abc','divide','04','01',1.0),
('abc','divide','05','01',1.0);
CREATE TABLE IF NOT EXISTS "dictionary" (release text REFERENCES releases ON DELETE CASCADE, "field" text, "table_name" text, PRIMARY KEY ("release", "table_name", "field"));
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "table_name" text NOT NULL DEFAULT 'areas', DROP CONSTRAINT "dictionary_pkey", ADD PRIMARY KEY ("release", "table_name", "field");
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "position" bigint;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "field" text;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "type" text;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "title_en" text;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "unit_en" text;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "title_km" text;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "unit_km" text;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "description" text;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "allowed_values" text;
ALTER TABLE "dictionary" ADD COLUMN IF NOT EXISTS "table_name" text;
COMMENT ON TABLE "dictionary" IS 'One row for each column of each table.';
COMMENT ON COLUMN "dictionary"."position" IS 'position. The column''s place in its table, counted from 1.';
COMMENT ON COLUMN "dictionary"."field" IS 'field. The column''s name.';
COMMENT ON COLUMN "dictionary"."type" IS 'type. string, number, integer, boolean, date or object.';
COMMENT ON COLUMN "dictionary"."title_en" IS 'title_en. What the column is called.';
COMMENT ON COLUMN "dictionary"."unit_en" IS 'unit_en. What one unit of it is.';
COMMENT ON COLUMN "dictionary"."title_km" IS 'title_km. What the column is called.';
COMMENT ON COLUMN "dictionary"."unit_km" IS 'unit_km. What one unit of it is.';
COMMENT ON COLUMN "dictionary"."description" IS 'description. What it holds, and when it is null.';
COMMENT ON COLUMN "dictionary"."allowed_values" IS 'allowed_values. All texts there can be, where they are few.';
COMMENT ON COLUMN "dictionary"."table_name" IS 'table_name. The table that the column is in: areas, observations and so on.';
DELETE FROM "dictionary" WHERE release = 'abc';
INSERT INTO "dictionary" (release, "position", "field", "type", "title_en", "unit_en", "title_km", "unit_km", "description", "allowed_values", "table_name") VALUES
('abc',1,'area_code','string','Area code',NULL,'លេខកូដតំបន់',NULL,'The area''s code: text, never a number (''04'' is not ''4'').',NULL,'areas'),
('abc',2,'name_en','string','Name: en',NULL,'ឈ្មោះ: en',NULL,'The area''s name in language ''en''; null where none is known.',NULL,'areas'),
('abc',3,'name_km','string','Name: km',NULL,'ឈ្មោះ: km',NULL,'The area''s name in language ''km''; null where none is known.',NULL,'areas'),
('abc',4,'internet','number','Internet use','% of people','អ៊ីនធឺណិត','% នៃមនុស្ស','Internet use, % of people, 2021-22. Lower is worse. Source: survey. Null has its reason in ''internet_status''.',NULL,'areas'),
('abc',5,'internet_status','string','Internet use: status',NULL,'អ៊ីនធឺណិត: ស្ថានភាព',NULL,'What the value of ''internet'' is worth, or why there is none.','ok | estimated | preliminary | rounded | stale | unreliable | no data | suppressed | not applicable','areas'),
('abc',6,'internet_se','number','Internet use: standard error','% of people','អ៊ីនធឺណិត: កំហុសស្តង់ដារ','% នៃមនុស្ស','Standard error of ''internet'', in its unit; null where the value has none.',NULL,'areas'),
('abc',7,'internet_ci_low','number','Internet use: 95 % interval, lower end','% of people','អ៊ីនធឺណិត: ចន្លោះ ៩៥% ដែនក្រោម','% នៃមនុស្ស','Lower end of the 95 % confidence interval; null where the value has none.',NULL,'areas'),
('abc',8,'internet_ci_high','number','Internet use: 95 % interval, upper end','% of people','អ៊ីនធឺណិត: ចន្លោះ ៩៥% ដែនលើ','% នៃមនុស្ស','Upper end of the 95 % confidence interval; null where the value has none.',NULL,'areas'),
('abc',9,'population','number','Population','% of people','ប្រជាជន','% នៃមនុស្ស','Population, % of people, 2021-22. Source: survey. Null has its reason in ''population_status''.',NULL,'areas'),
('abc',10,'population_status','string','Population: status',NULL,'ប្រជាជន: ស្ថានភាព',NULL,'What the value of ''population'' is worth, or why there is none.','ok | estimated | preliminary | rounded | stale | unreliable | no data | suppressed | not applicable','areas'),
('abc',11,'turnout','number','Turnout','% of people','អត្រាបោះឆ្នោត','% នៃមនុស្ស','Turnout, % of people, 2021-22. Lower is worse. Source: survey. Null has its reason in ''turnout_status''.',NULL,'areas'),
('abc',12,'turnout_status','string','Turnout: status',NULL,'អត្រាបោះឆ្នោត: ស្ថានភាព',NULL,'What the value of ''turnout'' is worth, or why there is none.','ok | estimated | preliminary | rounded | stale | unreliable | no data | suppressed | not applicable','areas'),
('abc',13,'divide_score','number','Digital divide: score','points, 0–100','គម្លាតឌីជីថល: ពិន្ទុ','ពិន្ទុ 0–100','From 0 (no divide among these areas) to 100 (worst on everything). Null where too little is known.',NULL,'areas'),
('abc',14,'divide_score_low','number','Digital divide: score, lower end','points, 0–100','គម្លាតឌីជីថល: ពិន្ទុ ដែនក្រោម','ពិន្ទុ 0–100','5 % point of the score over the uncertainty scenarios. Null where none were run.',NULL,'areas'),
('abc',15,'divide_score_high','number','Digital divide: score, upper end','points, 0–100','គម្លាតឌីជីថល: ពិន្ទុ ដែនលើ','ពិន្ទុ 0–100','95 % point of the score over the uncertainty scenarios. Null where none were run.',NULL,'areas'),
('abc',16,'divide_rank','integer','Digital divide: rank',NULL,'គម្លាតឌីជីថល: ចំណាត់ថ្នាក់',NULL,'1 = worst divide; equal scores share a rank. Null where there is no score.',NULL,'areas'),
('abc',17,'divide_rank_low','integer','Digital divide: rank, lower end',NULL,'គម្លាតឌីជីថល: ចំណាត់ថ្នាក់ ដែនក្រោម',NULL,'5 % point of the rank over the uncertainty scenarios. Null where none were run.',NULL,'areas'),
('abc',18,'divide_rank_high','integer','Digital divide: rank, upper end',NULL,'គម្លាតឌីជីថល: ចំណាត់ថ្នាក់ ដែនលើ',NULL,'95 % point of the rank over the uncertainty scenarios. Null where none were run.',NULL,'areas'),
('abc',19,'divide_coverage','number','Digital divide: coverage','share, 0–1','គម្លាតឌីជីថល: ភាពគ្របដណ្តប់','ចំណែក 0–1','Share of the index''s indicators, by weight, that have a usable value here.',NULL,'areas'),
('abc',20,'divide_drivers','object','Digital divide: drivers','points, 0–100','គម្លាតឌីជីថល: កត្តាជំរុញ','ពិន្ទុ 0–100','Each indicator''s part of the score, largest first; the parts add up to the score. Null where there is no score.',NULL,'areas'),
('abc',21,'divide_severity_share','number','Digital divide: share of scenarios in which severe','share, 0–1','គម្លាតឌីជីថល: ចំណែកសេណារីយ៉ូធ្ងន់ធ្ងរ','ចំណែក 0–1','Share of the uncertainty scenarios in which the area is among the worst. Null where none were run.',NULL,'areas'),
('abc',22,'divide_gi_z','number','Digital divide: Gi* z score',NULL,'គម្លាតឌីជីថល: Gi* ពិន្ទុ z',NULL,'Analytic z score of Getis-Ord Gi* on the score. Null without a score or neighbours.',NULL,'areas'),
('abc',23,'divide_gi_p','number','Digital divide: Gi* p',NULL,'គម្លាតឌីជីថល: Gi* p',NULL,'Two-sided conditional p of Gi*, before correction.',NULL,'areas'),
('abc',24,'divide_gi_p_adjusted','number','Digital divide: Gi* p, adjusted',NULL,'គម្លាតឌីជីថល: Gi* p កែតម្រូវ',NULL,'Benjamini-Hochberg adjusted p over the testable areas. Null where not testable.',NULL,'areas'),
('abc',25,'divide_gi_p_min','number','Digital divide: Gi* p, smallest attainable',NULL,'គម្លាតឌីជីថល: Gi* p តូចបំផុតដែលអាចមាន',NULL,'The smallest p that the area could have reached with its number of neighbours.',NULL,'areas'),
('abc',26,'divide_gi_method','string','Digital divide: Gi* method',NULL,'គម្លាតឌីជីថល: Gi* វិធីសាស្ត្រ',NULL,'How p was found: ''exact'' counts every outcome; ''monte carlo (R draws)'' draws R at random, and then no p is below 2/(R+1). Null without p.',NULL,'areas'),
('abc',27,'divide_cluster','string','Digital divide: cluster',NULL,'គម្លាតឌីជីថល: ចង្កោម',NULL,'Whether the area lies in a cluster: ''possibly'' means before correction only.','hot | possibly hot | cold | possibly cold | none | not testable','areas'),
('abc',28,'divide_hotspot','boolean','Digital divide: hotspot',NULL,'គម្លាតឌីជីថល: ចំណុចក្ដៅ',NULL,'True where the area is severe or lies in a hot cluster. Null where it is not scored.',NULL,'areas'),
('abc',29,'divide_hotspot_stability','number','Digital divide: hotspot stability','share, 0–1','គម្លាតឌីជីថល: ស្ថិរភាពចំណុចក្ដៅ','ចំណែក 0–1','Share of the declared alternatives (neighbours, level, correction, weights) that find the area in a hot cluster. Null where none were declared.',NULL,'areas'),
('abc',30,'divide_hotspot_reason','string','Digital divide: hotspot reason',NULL,'គម្លាតឌីជីថល: មូលហេតុចំណុចក្ដៅ',NULL,'Why the area is a hotspot, or is not: its severity, then its clustering.',NULL,'areas'),
('abc',1,'area_code','string','area_code',NULL,'area_code',NULL,'The area''s code.',NULL,'observations'),
('abc',2,'indicator','string','indicator',NULL,'indicator',NULL,'The indicator''s id.',NULL,'observations'),
('abc',3,'value','number','value',NULL,'value',NULL,'The figure in the indicator''s unit.',NULL,'observations'),
('abc',4,'status','string','status',NULL,'status',NULL,'What the value is worth, or why there is none.','ok | estimated | preliminary | rounded | stale | unreliable | no data | suppressed | not applicable','observations'),
('abc',5,'reason','string','reason',NULL,'reason',NULL,'A sentence on the status; null where there is nothing to say.',NULL,'observations'),
('abc',6,'se','number','se',NULL,'se',NULL,'Standard error, in the indicator''s unit.',NULL,'observations'),
('abc',7,'ci_low','number','ci_low',NULL,'ci_low',NULL,'Lower end of the 95 % interval.',NULL,'observations'),
('abc',8,'ci_high','number','ci_high',NULL,'ci_high',NULL,'Upper end of the 95 % interval.',NULL,'observations'),
('abc',9,'sample_size','integer','sample_size',NULL,'sample_size',NULL,'Respondents or cases behind the value.',NULL,'observations'),
('abc',10,'in_statistics','boolean','in_statistics',NULL,'in_statistics',NULL,'Whether index and statistics use the value.',NULL,'observations'),
('abc',11,'unit','string','unit',NULL,'unit',NULL,'What one unit is.',NULL,'observations'),
('abc',12,'period','string','period',NULL,'period',NULL,'When it was measured.',NULL,'observations'),
('abc',13,'source','string','source',NULL,'source',NULL,'Identifiers of the sources.',NULL,'observations'),
('abc',14,'met_by','string','met_by',NULL,'met_by',NULL,'How its row met the area: code, alias, name or crosswalk.',NULL,'observations'),
('abc',1,'area_code','string','Area code',NULL,'លេខកូដតំបន់',NULL,'The area''s code.',NULL,'neighbors'),
('abc',2,'neighbor_code','string','Code of the neighbour',NULL,'Code of the neighbour',NULL,'The code of an area that it touches.',NULL,'neighbors'),
('abc',3,'shared_boundary_m','number','Shared boundary','metres','Shared boundary','metres','Length of the boundary they share on the WGS 84 ellipsoid; 0 where they share points only.',NULL,'neighbors'),
('abc',4,'near_miss','boolean','Near miss',NULL,'Near miss',NULL,'True where they are no neighbours, but touch in a point, or would touch within ten times the tolerance of 1.0 m.',NULL,'neighbors'),
('abc',1,'index','string','index',NULL,'index',NULL,'The index''s id.',NULL,'weights'),
('abc',2,'area_code','string','area_code',NULL,'area_code',NULL,'The area''s code.',NULL,'weights'),
('abc',3,'neighbor_code','string','neighbor_code',NULL,'neighbor_code',NULL,'The code of its neighbour.',NULL,'weights'),
('abc',4,'weight','number','weight',NULL,'weight',NULL,'How much the neighbour counts; positive.',NULL,'weights'),
('abc',1,'area_code','string','area_code',NULL,'area_code',NULL,'The area''s code.',NULL,'local_statistics'),
('abc',2,'index','string','index',NULL,'index',NULL,'The index whose neighbours and level it uses.',NULL,'local_statistics'),
('abc',3,'statistic','string','statistic',NULL,'statistic',NULL,'The statistic; behind it, what its mean square is divided by.',NULL,'local_statistics'),
('abc',4,'variable','string','variable',NULL,'variable',NULL,'The column of the area''s own value.',NULL,'local_statistics'),
('abc',5,'neighbor_variable','string','neighbor_variable',NULL,'neighbor_variable',NULL,'The column of the neighbours'' values.',NULL,'local_statistics'),
('abc',6,'value','number','value',NULL,'value',NULL,'The statistic itself; null for Gi and Gi*, which are their z.',NULL,'local_statistics'),
('abc',7,'quadrant','string','quadrant',NULL,'quadrant',NULL,'The area and its neighbours, each high or low against the mean; null for Gi and Gi*.','high-high | low-low | high-low | low-high','local_statistics'),
('abc',8,'z','number','z',NULL,'z',NULL,'Analytic z score. A negative one of local Geary means like its neighbours.',NULL,'local_statistics'),
('abc',9,'p','number','p',NULL,'p',NULL,'Two-sided conditional p, before correction.',NULL,'local_statistics'),
('abc',10,'p_upper','number','p_upper',NULL,'p_upper',NULL,'Share of outcomes at least as high as the observed one.',NULL,'local_statistics'),
('abc',11,'p_lower','number','p_lower',NULL,'p_lower',NULL,'Share of outcomes at most as high as the observed one.',NULL,'local_statistics'),
('abc',12,'p_adjusted','number','p_adjusted',NULL,'p_adjusted',NULL,'Benjamini-Hochberg adjusted p over the statistic''s testable areas.',NULL,'local_statistics'),
('abc',13,'p_min','number','p_min',NULL,'p_min',NULL,'The smallest p that could have come out.',NULL,'local_statistics'),
('abc',14,'p_error','number','p_error',NULL,'p_error',NULL,'Standard error that chance gives to p; 0 where it is exact.',NULL,'local_statistics'),
('abc',15,'outcomes','number','outcomes',NULL,'outcomes',NULL,'Number of equally likely outcomes, counted or drawn from; null beyond 2^53.',NULL,'local_statistics'),
('abc',16,'method','string','method',NULL,'method',NULL,'How p was found: ''exact'', or ''monte carlo (R draws)''.',NULL,'local_statistics'),
('abc',17,'neighbors','integer','neighbors',NULL,'neighbors',NULL,'Number of neighbours with a value.',NULL,'local_statistics'),
('abc',18,'cluster','string','cluster',NULL,'cluster',NULL,'hot: high among high, cold: low among low; possibly: before correction only.','hot | possibly hot | cold | possibly cold | none | not testable','local_statistics'),
('abc',19,'reason','string','reason',NULL,'reason',NULL,'Why it is not testable, has no statistic, or is no cluster though unusual.',NULL,'local_statistics'),
('abc',1,'file','string','file',NULL,'file',NULL,'The table''s file.',NULL,'join_report'),
('abc',2,'line','integer','line',NULL,'line',NULL,'Line, sheet row or feature; null for an area that met no row.',NULL,'join_report'),
('abc',3,'indicator','string','indicator',NULL,'indicator',NULL,'The indicator as the table names it.',NULL,'join_report'),
('abc',4,'area','string','area',NULL,'area',NULL,'The area as the table writes it.',NULL,'join_report'),
('abc',5,'area_code','string','area_code',NULL,'area_code',NULL,'Code of the area that was met, or that met none.',NULL,'join_report'),
('abc',6,'rule','string','rule',NULL,'rule',NULL,'How they met.',NULL,'join_report'),
('abc',7,'outcome','string','outcome',NULL,'outcome',NULL,'What became of the row.',NULL,'join_report'),
('abc',8,'reason','string','reason',NULL,'reason',NULL,'Why; null where there is nothing to say.',NULL,'join_report'),
('abc',9,'suggestions','string','suggestions',NULL,'suggestions',NULL,'What may have been meant, best first, apart by '' | ''; never applied.',NULL,'join_report'),
('abc',1,'position','integer','position',NULL,'position',NULL,'In order of first use, counted from 1.',NULL,'sources'),
('abc',2,'source','string','source',NULL,'source',NULL,'The name that indicators use for it.',NULL,'sources'),
('abc',3,'title','string','title',NULL,'title',NULL,'Title of the publication.',NULL,'sources'),
('abc',4,'publisher','string','publisher',NULL,'publisher',NULL,'Who published it.',NULL,'sources'),
('abc',5,'year','string','year',NULL,'year',NULL,'Year of publication as printed.',NULL,'sources'),
('abc',6,'location','string','location',NULL,'location',NULL,'Where in it, or where to find it.',NULL,'sources'),
('abc',7,'licence','string','licence',NULL,'licence',NULL,'Licence or terms of use.',NULL,'sources'),
('abc',1,'pipeline','string','pipeline',NULL,'pipeline',NULL,'File stem of the definition.',NULL,'about'),
('abc',2,'title_en','string','title_en',NULL,'title_en',NULL,'What the atlas is called.',NULL,'about'),
('abc',3,'title_km','string','title_km',NULL,'title_km',NULL,'What the atlas is called.',NULL,'about'),
('abc',4,'as_of','date','as_of',NULL,'as_of',NULL,'The day that the figures are as of; null where it is not declared.',NULL,'about'),
('abc',5,'areas','integer','areas',NULL,'areas',NULL,'How many areas there are.',NULL,'about'),
('abc',6,'boundaries','string','boundaries',NULL,'boundaries',NULL,'Who is to be credited for the boundaries.',NULL,'about'),
('abc',7,'boundaries_licence','string','boundaries_licence',NULL,'boundaries_licence',NULL,'Licence of the boundaries, and of every file that holds them.',NULL,'about'),
('abc',8,'tables_terms','string','tables_terms',NULL,'tables_terms',NULL,'Terms of the sources, which the tables without geometry stand under.',NULL,'about');
CREATE TABLE IF NOT EXISTS "sources" (release text REFERENCES releases ON DELETE CASCADE, "source" text, PRIMARY KEY ("release", "source"));
ALTER TABLE "sources" ADD COLUMN IF NOT EXISTS "position" bigint;
ALTER TABLE "sources" ADD COLUMN IF NOT EXISTS "source" text;
ALTER TABLE "sources" ADD COLUMN IF NOT EXISTS "title" text;
ALTER TABLE "sources" ADD COLUMN IF NOT EXISTS "publisher" text;
ALTER TABLE "sources" ADD COLUMN IF NOT EXISTS "year" text;
ALTER TABLE "sources" ADD COLUMN IF NOT EXISTS "location" text;
ALTER TABLE "sources" ADD COLUMN IF NOT EXISTS "licence" text;
COMMENT ON TABLE "sources" IS 'One row for each source of figures.';
COMMENT ON COLUMN "sources"."position" IS 'position. In order of first use, counted from 1.';
COMMENT ON COLUMN "sources"."source" IS 'source. The name that indicators use for it.';
COMMENT ON COLUMN "sources"."title" IS 'title. Title of the publication.';
COMMENT ON COLUMN "sources"."publisher" IS 'publisher. Who published it.';
COMMENT ON COLUMN "sources"."year" IS 'year. Year of publication as printed.';
COMMENT ON COLUMN "sources"."location" IS 'location. Where in it, or where to find it.';
COMMENT ON COLUMN "sources"."licence" IS 'licence. Licence or terms of use.';
DELETE FROM "sources" WHERE release = 'abc';
INSERT INTO "sources" (release, "position", "source", "title", "publisher", "year", "location", "licence") VALUES
('abc',1,'survey','A "survey" <of> squares','Bureau & Sons','2024','table 5','figures; terms apply');
CREATE TABLE IF NOT EXISTS "about" (release text REFERENCES releases ON DELETE CASCADE, PRIMARY KEY ("release"));
ALTER TABLE "about" ADD COLUMN IF NOT EXISTS "pipeline" text;
ALTER TABLE "about" ADD COLUMN IF NOT EXISTS "title_en" text;
ALTER TABLE "about" ADD COLUMN IF NOT EXISTS "title_km" text;
ALTER TABLE "about" ADD COLUMN IF NOT EXISTS "as_of" date;
ALTER TABLE "about" ADD COLUMN IF NOT EXISTS "areas" bigint;
ALTER TABLE "about" ADD COLUMN IF NOT EXISTS "boundaries" text;
ALTER TABLE "about" ADD COLUMN IF NOT EXISTS "boundaries_licence" text;
ALTER TABLE "about" ADD COLUMN IF NOT EXISTS "tables_terms" text;
COMMENT ON TABLE "about" IS 'One row on the atlas.';
COMMENT ON COLUMN "about"."pipeline" IS 'pipeline. File stem of the definition.';
COMMENT ON COLUMN "about"."title_en" IS 'title_en. What the atlas is called.';
COMMENT ON COLUMN "about"."title_km" IS 'title_km. What the atlas is called.';
COMMENT ON COLUMN "about"."as_of" IS 'as_of. The day that the figures are as of; null where it is not declared.';
COMMENT ON COLUMN "about"."areas" IS 'areas. How many areas there are.';
COMMENT ON COLUMN "about"."boundaries" IS 'boundaries. Who is to be credited for the boundaries.';
COMMENT ON COLUMN "about"."boundaries_licence" IS 'boundaries_licence. Licence of the boundaries, and of every file that holds them.';
COMMENT ON COLUMN "about"."tables_terms" IS 'tables_terms. Terms of the sources, which the tables without geometry stand under.';
DELETE FROM "about" WHERE release = 'abc';
INSERT INTO "about" (release, "pipeline", "title_en", "title_km", "as_of", "areas", "boundaries", "boundaries_licence", "tables_terms") VALUES
('abc','lattice','A lattice & more','បណ្តាញ','2026-11-22',6,'© Lattice contributors','ODbL-1.0','figures; terms apply');
CREATE TABLE IF NOT EXISTS "local_statistics" (release text REFERENCES releases ON DELETE CASCADE, "area_code" text, "index" text, "statistic" text, "variable" text, "neighbor_variable" text, PRIMARY KEY ("release", "index", "statistic", "variable", "neighbor_variable", "area_code"));
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "area_code" text;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "index" text;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "statistic" text;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "variable" text;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "neighbor_variable" text;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "value" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "quadrant" text;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "z" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "p" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "p_upper" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "p_lower" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "p_adjusted" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "p_min" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "p_error" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "outcomes" double precision;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "method" text;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "neighbors" bigint;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "cluster" text;
ALTER TABLE "local_statistics" ADD COLUMN IF NOT EXISTS "reason" text;
COMMENT ON TABLE "local_statistics" IS 'One row for each index, local statistic and area.';
COMMENT ON COLUMN "local_statistics"."area_code" IS 'area_code. The area''s code.';
COMMENT ON COLUMN "local_statistics"."index" IS 'index. The index whose neighbours and level it uses.';
COMMENT ON COLUMN "local_statistics"."statistic" IS 'statistic. The statistic; behind it, what its mean square is divided by.';
COMMENT ON COLUMN "local_statistics"."variable" IS 'variable. The column of the area''s own value.';
COMMENT ON COLUMN "local_statistics"."neighbor_variable" IS 'neighbor_variable. The column of the neighbours'' values.';
COMMENT ON COLUMN "local_statistics"."value" IS 'value. The statistic itself; null for Gi and Gi*, which are their z.';
COMMENT ON COLUMN "local_statistics"."quadrant" IS 'quadrant. The area and its neighbours, each high or low against the mean; null for Gi and Gi*.';
COMMENT ON COLUMN "local_statistics"."z" IS 'z. Analytic z score. A negative one of local Geary means like its neighbours.';
COMMENT ON COLUMN "local_statistics"."p" IS 'p. Two-sided conditional p, before correction.';
COMMENT ON COLUMN "local_statistics"."p_upper" IS 'p_upper. Share of outcomes at least as high as the observed one.';
COMMENT ON COLUMN "local_statistics"."p_lower" IS 'p_lower. Share of outcomes at most as high as the observed one.';
COMMENT ON COLUMN "local_statistics"."p_adjusted" IS 'p_adjusted. Benjamini-Hochberg adjusted p over the statistic''s testable areas.';
COMMENT ON COLUMN "local_statistics"."p_min" IS 'p_min. The smallest p that could have come out.';
COMMENT ON COLUMN "local_statistics"."p_error" IS 'p_error. Standard error that chance gives to p; 0 where it is exact.';
COMMENT ON COLUMN "local_statistics"."outcomes" IS 'outcomes. Number of equally likely outcomes, counted or drawn from; null beyond 2^53.';
COMMENT ON COLUMN "local_statistics"."method" IS 'method. How p was found: ''exact'', or ''monte carlo (R draws)''.';
COMMENT ON COLUMN "local_statistics"."neighbors" IS 'neighbors. Number of neighbours with a value.';
COMMENT ON COLUMN "local_statistics"."cluster" IS 'cluster. hot: high among high, cold: low among low; possibly: before correction only.';
COMMENT ON COLUMN "local_statistics"."reason" IS 'reason. Why it is not testable, has no statistic, or is no cluster though unusual.';
DELETE FROM "local_statistics" WHERE release = 'abc';
INSERT INTO "local_statistics" (release, "area_code", "index", "statistic", "variable", "neighbor_variable", "value", "quadrant", "z", "p", "p_upper", "p_lower", "p_adjusted", "p_min", "p_error", "outcomes", "method", "neighbors", "cluster", "reason") VALUES
('abc','01','divide','Gi*','divide_score','divide_score',NULL,NULL,1.5,0.2,NULL,NULL,NULL,0.2,NULL,NULL,NULL,3,'not testable','no outcome reaches 0.05'),
('abc','02','divide','Gi*','divide_score','divide_score',NULL,NULL,2.5,0.01,NULL,NULL,0.03,0.001,NULL,NULL,NULL,3,'hot',NULL),
('abc','03','divide','Gi*','divide_score','divide_score',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'not testable','no score'),
('abc','04','divide','Gi*','divide_score','divide_score',NULL,NULL,-1.0,0.3,NULL,NULL,0.4,0.001,NULL,NULL,NULL,2,'none',NULL),
('abc','05','divide','Gi*','divide_score','divide_score',NULL,NULL,-2.0,0.04,NULL,NULL,0.08,0.001,NULL,NULL,NULL,2,'possibly cold',NULL),
('abc','06','divide','Gi*','divide_score','divide_score',NULL,NULL,-3.0,0.001,NULL,NULL,0.004,0.001,NULL,NULL,NULL,2,'cold',NULL),
('abc','01','divide','local Moran (n - 1)','divide_score','divide_score',0.5,'high-high',1.5,0.2,0.1,1.0,NULL,0.2,0.0,10.0,'exact',3,'not testable','no outcome reaches 0.05'),
('abc','02','divide','local Moran (n - 1)','divide_score','divide_score',-0.75,'high-low',-2.5,0.01,1.0,0.005,0.03,0.001,0.0045,2000.0,'monte carlo (999 draws)',3,'none','its value is unlike those of its neighbours'),
('abc','03','divide','local Moran (n - 1)','divide_score','divide_score',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'not testable','no score'),
('abc','04','divide','local Moran (n - 1)','divide_score','divide_score',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'not testable','no score'),
('abc','05','divide','local Moran (n - 1)','divide_score','divide_score',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'not testable','no score'),
('abc','06','divide','local Moran (n - 1)','divide_score','divide_score',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'not testable','no score');
DO $view$ BEGIN
CREATE OR REPLACE VIEW "current_areas" AS SELECT * FROM "areas" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "current_areas";
CREATE VIEW "current_areas" AS SELECT * FROM "areas" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "current_areas" IS 'The last release. One row for each square, in code order.';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "current_observations" AS SELECT * FROM "observations" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "current_observations";
CREATE VIEW "current_observations" AS SELECT * FROM "observations" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "current_observations" IS 'The last release. One row for each area and indicator.';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "current_neighbors" AS SELECT * FROM "neighbors" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "current_neighbors";
CREATE VIEW "current_neighbors" AS SELECT * FROM "neighbors" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "current_neighbors" IS 'The last release. One row for each area and each area that it touches, both ways.';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "current_weights" AS SELECT * FROM "weights" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "current_weights";
CREATE VIEW "current_weights" AS SELECT * FROM "weights" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "current_weights" IS 'The last release. One row for each index, area and neighbour that counts in its hotspots.';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "current_dictionary" AS SELECT * FROM "dictionary" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "current_dictionary";
CREATE VIEW "current_dictionary" AS SELECT * FROM "dictionary" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "current_dictionary" IS 'The last release. One row for each column of each table.';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "current_sources" AS SELECT * FROM "sources" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "current_sources";
CREATE VIEW "current_sources" AS SELECT * FROM "sources" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "current_sources" IS 'The last release. One row for each source of figures.';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "current_about" AS SELECT * FROM "about" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "current_about";
CREATE VIEW "current_about" AS SELECT * FROM "about" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "current_about" IS 'The last release. One row on the atlas.';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "current_local_statistics" AS SELECT * FROM "local_statistics" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "current_local_statistics";
CREATE VIEW "current_local_statistics" AS SELECT * FROM "local_statistics" WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "current_local_statistics" IS 'The last release. One row for each index, local statistic and area.';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "indicator_internet" AS SELECT "area_code", "name_en", "name_km", "internet", "internet_status", "internet_se", "internet_ci_low", "internet_ci_high", geom FROM areas WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "indicator_internet";
CREATE VIEW "indicator_internet" AS SELECT "area_code", "name_en", "name_km", "internet", "internet_status", "internet_se", "internet_ci_low", "internet_ci_high", geom FROM areas WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "indicator_internet" IS 'Internet use';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "indicator_population" AS SELECT "area_code", "name_en", "name_km", "population", "population_status", NULL::double precision AS "population_se", NULL::double precision AS "population_ci_low", NULL::double precision AS "population_ci_high", geom FROM areas WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "indicator_population";
CREATE VIEW "indicator_population" AS SELECT "area_code", "name_en", "name_km", "population", "population_status", NULL::double precision AS "population_se", NULL::double precision AS "population_ci_low", NULL::double precision AS "population_ci_high", geom FROM areas WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "indicator_population" IS 'Population';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "indicator_turnout" AS SELECT "area_code", "name_en", "name_km", "turnout", "turnout_status", NULL::double precision AS "turnout_se", NULL::double precision AS "turnout_ci_low", NULL::double precision AS "turnout_ci_high", geom FROM areas WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "indicator_turnout";
CREATE VIEW "indicator_turnout" AS SELECT "area_code", "name_en", "name_km", "turnout", "turnout_status", NULL::double precision AS "turnout_se", NULL::double precision AS "turnout_ci_low", NULL::double precision AS "turnout_ci_high", geom FROM areas WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "indicator_turnout" IS 'Turnout';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "index_divide" AS SELECT "area_code", "name_en", "name_km", "divide_score", "divide_score_low", "divide_score_high", "divide_rank", "divide_rank_low", "divide_rank_high", "divide_coverage", "divide_drivers", "divide_severity_share", "divide_gi_z", "divide_gi_p", "divide_gi_p_adjusted", "divide_gi_p_min", "divide_gi_method", "divide_cluster", "divide_hotspot", "divide_hotspot_stability", "divide_hotspot_reason", geom FROM areas WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "index_divide";
CREATE VIEW "index_divide" AS SELECT "area_code", "name_en", "name_km", "divide_score", "divide_score_low", "divide_score_high", "divide_rank", "divide_rank_low", "divide_rank_high", "divide_coverage", "divide_drivers", "divide_severity_share", "divide_gi_z", "divide_gi_p", "divide_gi_p_adjusted", "divide_gi_p_min", "divide_gi_method", "divide_cluster", "divide_hotspot", "divide_hotspot_stability", "divide_hotspot_reason", geom FROM areas WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1);
END $view$;
COMMENT ON VIEW "index_divide" IS 'Digital divide';
DO $view$ BEGIN
CREATE OR REPLACE VIEW "gi_divide" AS WITH scores AS (
  SELECT area_code, "divide_score" AS x FROM areas
  WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1) AND "divide_score" IS NOT NULL
), moments AS (
  SELECT count(*)::double precision AS n, avg(x) AS mean, stddev_pop(x) AS s
  FROM scores HAVING max(x) > min(x)
), links AS (
  SELECT w.area_code, w.neighbor_code, w.weight
  FROM weights w JOIN scores a ON a.area_code = w.area_code
  JOIN scores b ON b.area_code = w.neighbor_code
  WHERE w.release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1) AND w.index = 'divide'
), with_itself AS (
  SELECT * FROM links
  UNION ALL SELECT area_code, area_code, max(weight) FROM links GROUP BY area_code
), sums AS (
  SELECT l.area_code, sum(l.weight * (b.x - m.mean)) AS sum, sum(l.weight) AS w,
    m.n * sum(l.weight * l.weight) - sum(l.weight) ^ 2 AS spread, m.n, m.s
  FROM with_itself l JOIN scores b ON b.area_code = l.neighbor_code CROSS JOIN moments m
  GROUP BY l.area_code, m.n, m.s
)
SELECT area_code, sum / (s * sqrt(spread / (n - 1))) AS gi_z FROM sums
WHERE spread > 1e-12 * w ^ 2;
EXCEPTION WHEN invalid_table_definition THEN
DROP VIEW "gi_divide";
CREATE VIEW "gi_divide" AS WITH scores AS (
  SELECT area_code, "divide_score" AS x FROM areas
  WHERE release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1) AND "divide_score" IS NOT NULL
), moments AS (
  SELECT count(*)::double precision AS n, avg(x) AS mean, stddev_pop(x) AS s
  FROM scores HAVING max(x) > min(x)
), links AS (
  SELECT w.area_code, w.neighbor_code, w.weight
  FROM weights w JOIN scores a ON a.area_code = w.area_code
  JOIN scores b ON b.area_code = w.neighbor_code
  WHERE w.release = (SELECT release FROM releases ORDER BY published DESC, release DESC LIMIT 1) AND w.index = 'divide'
), with_itself AS (
  SELECT * FROM links
  UNION ALL SELECT area_code, area_code, max(weight) FROM links GROUP BY area_code
), sums AS (
  SELECT l.area_code, sum(l.weight * (b.x - m.mean)) AS sum, sum(l.weight) AS w,
    m.n * sum(l.weight * l.weight) - sum(l.weight) ^ 2 AS spread, m.n, m.s
  FROM with_itself l JOIN scores b ON b.area_code = l.neighbor_code CROSS JOIN moments m
  GROUP BY l.area_code, m.n, m.s
)
SELECT area_code, sum / (s * sqrt(spread / (n - 1))) AS gi_z FROM sums
WHERE spread > 1e-12 * w ^ 2;
END $view$;
COMMENT ON VIEW "gi_divide" IS 'Digital divide: z score of Getis-Ord Gi*, computed from areas and weights.';
COMMIT;

-- A province's archive out of serial numbers: `n` is a case's; offices and people take turns. bench/archive.py fills
-- the tables named given_*.

INSERT INTO contact (id, sender_id, channel, address, address_index, office_id, language, flags, created_at)
SELECT person.n, town.sender_id, 'whatsapp', whole.address, person.address_index, town.id, 'id', '[]', whole.since
FROM given_person person CROSS JOIN given whole JOIN given_town town ON town.n = person.n % whole.offices;

INSERT INTO "case" (id, number, office_id, contact_id, service, district, state, answers, nik_index, flags, opened_at,
    queued_at, promised_at, promise_moves, hours_left, closed_at, officer_id)
SELECT made.n, town.code || '-' || lpad((made.n / whole.offices)::text, 5, '0'), town.id, person.n, 'KK-HR',
    '64.71.0' || (1 + made.n % 6), made.state, whole.answers, person.nik_index, '[]', made.opened_at, made.opened_at,
    CASE WHEN made.state IN ('submitted', 'in_review') THEN made.opened_at + interval '3 days' END, 0, 0,
    CASE WHEN made.n <= whole.ended THEN made.opened_at + interval '2 days' END,
    CASE WHEN made.state = 'in_review' THEN town.officer_id END
FROM given whole CROSS JOIN LATERAL (
    SELECT serial.n, state.name AS state, CASE
        WHEN serial.n > whole.ended THEN whole.at - interval '8 days' * (whole.cases - serial.n) / (whole.cases - whole.ended)
        ELSE whole.at - interval '10 days' - (whole.at - whole.since) * (whole.ended - serial.n) / whole.ended
    END AS opened_at
    FROM generate_series(1, whole.cases) AS serial(n)
    JOIN given_state state ON state.live = (serial.n > whole.ended) AND state.n = serial.n / whole.offices % 10
) made
JOIN given_town town ON town.n = made.n % whole.offices
JOIN given_person person ON person.n = 1 + made.n % whole.people;

INSERT INTO caseword (office_id, word, case_id)
SELECT "case".office_id, word.word, "case".id FROM "case" JOIN given_word word ON word.is_first AND word.n = "case".id % 200
UNION ALL
SELECT "case".office_id, word.word, "case".id FROM "case" JOIN given_word word ON NOT word.is_first AND word.n = "case".id % 3000;

INSERT INTO paper (case_id, key, state, flagged)
SELECT id, key, CASE WHEN closed_at IS NULL THEN 'sent' ELSE 'accepted' END, false
FROM "case", unnest(ARRAY['police_letter', 'ktp']) AS key;

INSERT INTO document (case_id, office_id, kind, template, source, state, code, sample, via, issued_at, release_tries,
    created_at)
SELECT "case".id, office_id, CASE WHEN work.is_card THEN 'card' ELSE 'pdf' END,
    CASE WHEN work.is_card THEN NULL ELSE 'kartu_keluarga' END, 'siak', coalesce(work.name, 'issued'),
    'L' || lpad(upper(to_hex("case".id)), 9, '0'), true, 'issued', closed_at, 0, opened_at
FROM "case" CROSS JOIN given whole
LEFT JOIN given_work work ON "case".state = 'approved' AND work.n = "case".id / whole.offices / 10 % 10
WHERE "case".state IN ('closed', 'approved');

INSERT INTO shipment (document_id, address, carriage, courier, fee_rupiah, posted_at, created_at)
SELECT document.id, whole.envelope, 'pos_cod', 'Pos', 14000, whole.at, document.created_at
FROM document CROSS JOIN given whole WHERE state IN ('to_post', 'posted', 'returned');

INSERT INTO ticket (contact_id, office_id, state, created_at)
SELECT DISTINCT ON (contact_id) contact_id, office_id, 'waiting', opened_at
FROM "case" WHERE state IN ('submitted', 'needs_correction') AND id % 7 = 0;

INSERT INTO complaint (contact_id, office_id, words, created_at, due_at)
SELECT DISTINCT ON (contact_id) contact_id, office_id, whole.complaint, opened_at, opened_at + interval '3 days'
FROM "case" CROSS JOIN given whole WHERE state = 'on_hold';

INSERT INTO audit (at, action, contact_id, office_id, case_id, fields, seq, hash)
SELECT opened_at, 'case_opened', contact_id, office_id, id, '[]', id, repeat('0', 64) FROM "case";

INSERT INTO event (contact_id, channel, kind, body, state, attempts, private, due_at, received_at, processed_at)
SELECT contact.id, 'whatsapp', 'message', whole.words, 'processed', 0, false, whole.at, whole.at, whole.at
FROM contact CROSS JOIN given whole;

SELECT setval(pg_get_serial_sequence('contact', 'id'), (SELECT max(id) FROM contact)),
    setval(pg_get_serial_sequence('"case"', 'id'), (SELECT max(id) FROM "case"));

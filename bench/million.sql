-- Years of messages out of serial numbers, in words that both databases know; bench/million.py puts in the words that
-- differ. Messages take turns among the contacts, so that each one's lie far apart, as they came.

INSERT INTO contact (sender_id, channel, address, address_index, office_id, language, window_until, flags, created_at)
WITH RECURSIVE serial(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM serial WHERE n < :contacts)
SELECT sender.id, sender.channel, :address, {random}, sender.office_id, 'id', :past, '[]', :past
FROM serial JOIN sender ON sender.address = CASE n % 2 WHEN 0 THEN :whatsapp ELSE :sms END ORDER BY n;

INSERT INTO conversation (contact_id, data, updated_at)
SELECT id, :conversation, created_at FROM contact;

INSERT INTO event (contact_id, channel, kind, message_sid, body, state, attempts, private, due_at, received_at, processed_at)
WITH RECURSIVE serial(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM serial WHERE n < :messages)
SELECT contact.id, contact.channel, 'message', 'SM' || {sid}, :event,
    CASE n % 10000 WHEN 0 THEN 'failed' ELSE 'processed' END, 0, false, :past, :past, :past
FROM serial JOIN contact ON contact.id = (SELECT min(id) FROM contact) + n % :contacts ORDER BY n;

INSERT INTO event (contact_id, channel, kind, body, state, attempts, private, due_at, received_at)
SELECT id, channel, 'timer', :event, 'pending', 0, false, :future, created_at
FROM contact WHERE id % 10 = 0;

INSERT INTO outgoing (contact_id, event_id, body, kind, state, attempts, due_at, sid, delivery, created_at, sent_at)
SELECT contact_id, id, :outgoing, 'answer', CASE WHEN id % 5000 = 0 THEN 'failed' ELSE 'sent' END, 1,
    due_at, 'SM' || {sid}, CASE channel WHEN 'sms' THEN 'delivered' ELSE 'read' END, due_at, due_at
FROM event WHERE kind = 'message' ORDER BY id;

INSERT INTO outgoing (contact_id, body, kind, state, attempts, due_at, created_at)
SELECT id, :outgoing, 'notice', CASE WHEN id % 20 = 0 THEN 'queued' ELSE 'held' END, 0, :future, created_at
FROM contact WHERE id % 10 = 0;

INSERT INTO "case" (number, office_id, contact_id, service, state, answers, nik_index, flags, opened_at, queued_at,
    promise_moves, hours_left, closed_at)
SELECT 'ARSIP-' || event.id, office.id, contact_id, 'KK-HR', CASE WHEN event.id % 800 = 0 THEN 'submitted' ELSE 'closed' END,
    :answers, {random}, '[]', event.due_at, event.due_at, 0, 0,
    CASE WHEN event.id % 800 = 0 THEN NULL ELSE event.due_at END
FROM event JOIN contact ON contact.id = contact_id JOIN office ON office.id = contact.office_id
WHERE event.id % 16 = 0 AND kind = 'message' ORDER BY event.id;

INSERT INTO audit (at, action, contact_id, office_id, case_id, fields, seq, hash)
SELECT opened_at, 'case_opened', contact_id, office_id, id, '[]', id, '' FROM "case" ORDER BY id

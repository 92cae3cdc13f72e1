-- What the first version of the tables may hold, in words that SQLite and PostgreSQL have in
-- common: a session that is open, and one that was paid and partly refunded.
INSERT INTO accounts (id, name, origins, created_at)
VALUES ('acc_00000000000000ab', 'Shop', '["https://shop.example"]', 1763640000000000);
INSERT INTO recipients (id, account_id, name, country, currency, fields, search)
VALUES ('OLD', 'acc_00000000000000ab', 'Old school', 'ES', 'EUR', '[]', 'old old school');
INSERT INTO orders (account_id, number, country, currency, amount_minor, lines, search)
VALUES ('acc_00000000000000ab', 'A-1', 'ES', 'EUR', 48500, '[]', 'a-1'),
       ('acc_00000000000000ab', 'A-2', 'ES', 'EUR', 1200, '[]', 'a-2');
INSERT INTO sessions (id, account_id, recipient_id, order_number, amount_minor, currency, metadata,
    payer, version, state, attempt_id, created_at, expires_at)
VALUES ('cs_oooooooooooooooooooooooo', 'acc_00000000000000ab', 'OLD', 'A-1', 48500, 'EUR',
        '{"class":"3b"}', '{"email":"amina@example.com"}', 2, 'open', NULL,
        1763640000000000, 4102444800000000),
       ('cs_pppppppppppppppppppppppp', 'acc_00000000000000ab', 'OLD', 'A-2', 1200, 'EUR',
        '{}', '{}', 3, 'complete', 'att_1', 1763640000000000, 4102444800000000);
UPDATE orders SET paid_at = 1763640001000000, paying_session_id = 'cs_pppppppppppppppppppppppp'
WHERE number = 'A-2';
INSERT INTO payments (reference, account_id, session_id, recipient_id, order_number, amount_minor,
    captured_minor, refunded_minor, currency, processor, state, created_at, updated_at)
VALUES ('OLD123456789', 'acc_00000000000000ab', 'cs_pppppppppppppppppppppppp', 'OLD', 'A-2', 1200,
    1200, 200, 'EUR', 'sandbox', 'partially_refunded', 1763640000000000, 1763640001000000);
INSERT INTO attempts (id, payment_reference, session_id, attempt_key, fingerprint, method,
    processor, state, created_at, updated_at)
VALUES ('att_1', 'OLD123456789', 'cs_pppppppppppppppppppppppp', 'key-00000000000000000001', {no_bytes}, 'card',
    'sandbox', 'captured', 1763640000000000, 1763640001000000);

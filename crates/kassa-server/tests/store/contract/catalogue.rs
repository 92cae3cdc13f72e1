//! Recipients and orders.

use kassa_server::domain::{Order, Recipient};
use kassa_server::store::{ImportRefusal, Imported, ListOrders, ListRecipients};

use crate::Shared;
use crate::rows::{account, add_account, claim, claimed, confirmed_session, order};

pub(crate) async fn orders_come_page_by_page(store: &Shared) {
    add_account(store).await;
    let mut list = ListOrders {
        account: account().account.id,
        recipient: None,
        query: String::new(),
        after: None,
        most: 7,
    };
    let mut numbers = Vec::new();
    let mut pages = 0;
    loop {
        let page = store.list_orders(&list).await.unwrap();
        pages += 1;
        list.after = page.rows.last().map(|order| order.number.clone());
        numbers.extend(page.rows.into_iter().map(|order| order.number.to_string()));
        if !page.more {
            break;
        }
    }
    let mut all: Vec<_> = (1..=20).map(|number| number.to_string()).collect();
    all.sort();
    assert_eq!((numbers, pages), (all, 3));
    list.after = None;
    list.query = "';--".into();
    list.recipient = Some(Recipient {
        currency: "JPY".parse().unwrap(),
        ..account().recipients[0].clone()
    });
    let none = store.list_orders(&list).await.unwrap();
    assert_eq!((none.rows, none.more), (Vec::new(), false));
}

pub(crate) async fn recipients_come_page_by_page(store: &Shared) {
    add_account(store).await;
    let first = account().recipients[0].clone();
    let named = |id: &str, name: &str| Recipient {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        ..first.clone()
    };
    let more = [
        named("AAA", "Z"),
        named("BBB", "Ä"),
        named("CCC", "Z"),
        named("DDD", "a"),
    ];
    assert_eq!(store.import_recipients(&more).await.unwrap(), Imported::All);
    let mut list = ListRecipients {
        account: first.account.clone(),
        query: String::new(),
        after: None,
        most: 2,
    };
    let mut ids = Vec::new();
    loop {
        let page = store.list_recipients(&list).await.unwrap();
        list.after = page.rows.last().map(|recipient| recipient.id.clone());
        ids.extend(page.rows.iter().map(|recipient| recipient.id.to_string()));
        if !page.more {
            break;
        }
    }
    assert_eq!(ids, ["FWU", "AAA", "CCC", "DDD", "BBB"], "by bytes on both");
    list.after = Some("OTH".parse().unwrap());
    let beyond = store.list_recipients(&list).await.unwrap();
    assert_eq!(beyond.rows, [], "a page after a stranger is empty");
    (list.after, list.query) = (None, "ä\0".to_owned());
    let found = store.list_recipients(&list).await.unwrap();
    assert_eq!(found.rows, [named("BBB", "Ä")]);
}

pub(crate) async fn an_import_is_written_whole_or_not_at_all(store: &Shared) {
    let session = confirmed_session(store, 1).await;
    claimed(store, &claim(&session, "a", 1)).await;
    let new = order("21");
    let changed = |number: &str| Order {
        description: Some("changed".to_owned()),
        ..order(number)
    };
    let rows = [new.clone(), order("1"), changed("2"), changed("1")];
    let refused = store.import_orders(&rows).await.unwrap();
    let why = ImportRefusal::Paid;
    assert_eq!(refused, Imported::Refused { row: 3, why });
    let read = |number: &str| {
        let (id, number) = (new.account.clone(), number.parse().unwrap());
        async move { store.order(&id, &number).await.unwrap() }
    };
    assert_eq!(read("21").await, None);
    assert_eq!(read("2").await, Some(order("2")));
    let written = store.import_orders(&rows[..3]).await.unwrap();
    assert_eq!(
        written,
        Imported::All,
        "a row that says nothing new is fine"
    );
    assert_eq!(read("21").await, Some(new.clone()));
    assert_eq!(read("2").await, Some(changed("2")));
}

pub(crate) async fn a_recipient_of_another_account_is_not_imported(store: &Shared) {
    add_account(store).await;
    let mut other = account();
    other.account.id = "acc_0000000000000002".parse().unwrap();
    other.key.key.id.0 = "key_0000000000000002".into();
    other.key.key.account = other.account.id.clone();
    other.key.hash.0 = [9; 32];
    let mut theirs = other.recipients.remove(0);
    other.orders.clear();
    store.add_account(&other).await.unwrap();
    theirs.account = other.account.id.clone();
    let mine = Recipient {
        id: "OWN".parse().unwrap(),
        ..theirs.clone()
    };
    let refused = store.import_recipients(&[mine.clone(), theirs]).await;
    let why = ImportRefusal::TakenElsewhere;
    assert_eq!(refused.unwrap(), Imported::Refused { row: 1, why });
    let id = &other.account.id;
    assert_eq!(store.recipient(id, &mine.id).await.unwrap(), None);
    // A new account whose recipient is taken is not made either.
    other.account.id = "acc_0000000000000003".parse().unwrap();
    other.recipients = vec![account().recipients[0].clone()];
    assert!(store.add_account(&other).await.is_err());
    assert_eq!(store.account(&other.account.id).await.unwrap(), None);
}

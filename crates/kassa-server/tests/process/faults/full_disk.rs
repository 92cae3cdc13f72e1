//! The disk that the SQLite file is on is full. The sandbox's ledger, which stands for another
//! company's, is on a disk with room. SQLite's journal only grows here: it begins anew after a
//! thousand pages, and has no room for another one within.

use std::os::unix::fs::symlink;

use super::shop::{CARD, Shop};
use super::small_disk::SmallDisk;
use crate::program::{Place, Server};

fn shop() -> Option<(Place, SmallDisk, Server, Shop)> {
    let mut place = Place::new();
    let Some(disk) = SmallDisk::mount(&mut place) else {
        eprintln!("not tried: nobody may mount a disk here");
        return None;
    };
    symlink(place.path("ledger"), disk.path("kassa.db.sandbox")).unwrap();
    let (server, shop) = Shop::open(&place, &["--database", "disk/kassa.db"]);
    Some((place, disk, server, shop))
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_disk_is_full_payers_read_and_are_asked_to_pay_later() {
    let Some((_place, disk, _server, shop)) = shop() else {
        return;
    };
    let session = shop.confirmed("2026-04417").await;
    let token = shop.token(CARD).await;
    disk.fill();
    for _ in 0..3 {
        shop.pay(&session, &token).await.is_unavailable();
        assert_eq!(shop.another("2026-04418").await.0, 503);
        shop.pay_by_form(&session).await.is_the_page_of_trouble();
    }
    shop.get("/readyz").await.is_unavailable();
    assert_eq!(shop.get(&format!("/v1/view/{session}/")).await.status, 200);
    assert_eq!(shop.state(&session).await, "confirmed");
    assert!(shop.client.ledger().await.is_empty(), "nothing was charged");
    disk.empty();
    shop.until_ready().await;
    assert_eq!(shop.pay(&session, &token).await.status, 200);
    shop.until_paid_once(&session).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_charged_once_though_the_disk_was_full_before_the_outcome() {
    let Some((place, disk, _server, shop)) = shop() else {
        return;
    };
    let session = shop.confirmed("2026-04417").await;
    let ledger = place.path("ledger");
    let fill = async || disk.fill();
    let told = shop.charged_without_a_store(&session, &ledger, fill).await;
    told.is_under_way();
    shop.get("/readyz").await.is_unavailable();
    disk.empty();
    shop.until_ready().await;
    shop.until_paid_once(&session).await;
}

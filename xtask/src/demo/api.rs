//! The merchant's side of the server, as far as the demonstration needs it.

use kassa_wire::merchant::{List, Order, Recipient, Session};
use reqwest::{Client, RequestBuilder, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::failure::Failure;

/// A server and a key to it.
#[derive(Clone)]
pub(crate) struct Api {
    client: Client,
    server: String,
    key: String,
}

/// A session and where its payer goes.
#[derive(Clone, Debug)]
pub(crate) struct DemoSession {
    /// The session's id.
    pub(crate) id: String,
    /// The hosted page.
    pub(crate) url: String,
}

impl Api {
    /// Speaks to this server with this key.
    pub(crate) fn new(server: &str, key: &str) -> Self {
        Self {
            client: Client::new(),
            server: server.to_owned(),
            key: key.to_owned(),
        }
    }

    /// Starts a checkout for the first order that can be paid. `payer` is what the merchant knows.
    pub(crate) async fn session(
        &self,
        payer: &Value,
        locale: &str,
    ) -> Result<DemoSession, Failure> {
        let (recipient, order) = self.something_to_pay().await?;
        let body = json!({
            "recipient": recipient.id,
            "order": order.number,
            "payer": payer,
            "locale": locale,
        });
        let request = self
            .client
            .post(format!("{}/api/sessions", self.server))
            .json(&body);
        let session: Session = self.ask(request).await?;
        Ok(DemoSession {
            id: session.id.as_str().to_owned(),
            url: session.url,
        })
    }

    /// Changes something of a session, of which its open page hears.
    pub(crate) async fn change(
        &self,
        session: &DemoSession,
        changes: &Value,
    ) -> Result<(), Failure> {
        let address = format!("{}/api/sessions/{}", self.server, session.id);
        let request = self.client.patch(address).json(changes);
        self.ask::<Session>(request).await.map(drop)
    }

    async fn something_to_pay(&self) -> Result<(Recipient, Order), Failure> {
        for recipient in self
            .list::<Recipient>("recipients?query=".to_owned())
            .await?
        {
            let orders: Vec<Order> = self
                .list(format!("orders?recipient={}&query=", recipient.id))
                .await?;
            if let Some(order) = orders.into_iter().find(|order| !order.paid) {
                return Ok((recipient, order));
            }
        }
        Err(Failure::answer(
            "the server",
            "there should be an order to pay",
        ))
    }

    async fn list<T: DeserializeOwned>(&self, path: String) -> Result<Vec<T>, Failure> {
        let request = self.client.get(format!("{}/api/{path}", self.server));
        Ok(self.ask::<List<T>>(request).await?.data)
    }

    async fn ask<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<T, Failure> {
        let response = request.bearer_auth(&self.key).send().await?;
        Ok(accepted(response).await?.json().await?)
    }
}

async fn accepted(response: Response) -> Result<Response, Failure> {
    if response.status().is_success() {
        return Ok(response);
    }
    let status = response.status();
    let problem = response.text().await?;
    Err(Failure::answer(
        "the server",
        format!("it answered {status}: {problem}"),
    ))
}

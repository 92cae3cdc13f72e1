// A shop's page with adyen-web: one component with the holder's name, the card and the billing
// address. Everything that it would ask Adyen for is asked of the stand-in that the page names.
import { AdyenCheckout, Card } from "@adyen/adyen-web";
import "@adyen/adyen-web/styles/adyen.css";

const place = document.getElementById("checkout");
const { provider } = place.dataset;

const checkout = await AdyenCheckout({
  environment: "test",
  _environmentUrls: { api: provider, analytics: provider, cdn: { images: provider, translations: provider } },
  clientKey: "bench_KEY",
  locale: "en-US",
  countryCode: "US",
  amount: { value: 120_000, currency: "USD" },
  // Fewer requests than a shop's page has that leaves these alone.
  analytics: { enabled: false },
  risk: { enabled: false },
  paymentMethodsResponse: { paymentMethods: [{ type: "scheme", name: "Cards", brands: ["visa", "mc"] }] },
});

new Card(checkout, {
  hasHolderName: true,
  holderNameRequired: true,
  positionHolderNameOnTop: true,
  billingAddressRequired: true,
}).mount(place);

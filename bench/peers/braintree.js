// A shop's page with Braintree's drop-in: the card with its holder's name. The names of Braintree's
// servers lead to the stand-in.
import { create } from "braintree-web-drop-in";

create({
  // Of no account: nothing but the stand-in is asked with it.
  authorization: "sandbox_bench0000_bench0000bench00",
  container: "#checkout",
  card: { cardholderName: { required: true } },
});

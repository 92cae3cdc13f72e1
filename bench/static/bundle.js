// A shop's own script, which has the npm package inside.
import { Kassa } from "../../embed/kassa.js";

const container = document.getElementById("checkout");
Kassa.embed({ container, ...container.dataset });

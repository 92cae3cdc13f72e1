// What this shop's page does with what the checkout tells it. A hint for the screen: whether an
// order is paid the shop's server asks Kassa.
const types = ['ready', 'height', 'change', 'confirm', 'payment', 'error', 'cancel', 'expired', 'locale', 'close'];

const write = ({ type, detail }) => {
  const line = document.createElement('li');
  line.dataset.type = type.replace('kassa:', '');
  line.textContent = JSON.stringify(detail ?? null);
  document.getElementById('events')?.append(line);
};

for (const type of types) addEventListener(`kassa:${type}`, write);

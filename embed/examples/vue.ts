/** A Vue 3 page: the checkout comes and goes, and what it says is state. */

import '@kassa/embed';
import type { KassaEventMap } from '@kassa/embed';
import { createApp, ref } from 'vue';

const root = document.getElementById('root')!;
const { server = '', session = '' } = root.dataset;

const shop = createApp({
  setup() {
    const shown = ref(true);
    const heard = ref<string[]>([]);
    const say = (text: string) => heard.value.push(text);
    const look = (event: KassaEventMap['kassa:validate']) => {
      event.preventDefault();
      say('validate');
      setTimeout(() => event.detail.respond('ok'), 100);
    };
    const link = `${server}/v1/view/${session}/`;
    return { server, session, link, shown, heard, say, look };
  },
  template: `
    <main>
      <button id="toggle" @click="shown = !shown">{{ shown ? 'Back to the cart' : 'Go on' }}</button>
      <kassa-checkout
        v-if="shown"
        :server="server"
        :session="session"
        theme="light"
        validate
        @kassa:ready="say('ready')"
        @kassa:validate="look"
        @kassa:payment="say($event.detail.status)"
        @kassa:error="say($event.detail.code)"
      >
        <a :href="link">Pay on the checkout's own page</a>
      </kassa-checkout>
      <p id="heard">{{ heard.join(' ') }}</p>
    </main>`,
});

shop.config.compilerOptions.isCustomElement = (tag) => tag === 'kassa-checkout';
shop.mount(root);

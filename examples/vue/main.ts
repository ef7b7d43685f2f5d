import { createApp } from 'vue';
import 'sourcelight/element';
import App from './app.vue';

createApp(App).mount('#app');

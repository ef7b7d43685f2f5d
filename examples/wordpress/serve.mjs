// ./dev demo wordpress: a real WordPress with the plugin of dist/ at work, until Ctrl+C. What is
// written in it is kept in build/wordpress.
import { builtPlugin, login, startWordPress } from './wordpress.mjs';

console.log('Starting WordPress (the first time fetches it from npm: 160 MB)');
const { url, editor, close } = await startWordPress('demo', builtPlugin(), { port: 8088 });
console.log(`
A post in the editor: ${editor}
(${url}wp-admin/: ${login.user}, password ${login.password})
Sourcelight is behind its icon at the top right. Ctrl+C ends it.`);
if (process.argv.includes('--check')) {
  await close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));

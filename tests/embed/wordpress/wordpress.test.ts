// The plugin in a real WordPress, which is started once for both: what must hold in every editor, and
// then what is WordPress's own, at whose end the plugin is deleted.
import { afterAll, beforeAll, describe } from 'vitest';
import { journeys } from './journeys.ts';
import { plugin } from './plugin.ts';
import { openWordPress, wordpress } from './support.ts';

beforeAll(openWordPress);
afterAll(() => wordpress.close?.());

// Each closes its browser before the next opens one.
describe('The editor', journeys);
plugin();

// What is fetched when it is used, for an article that is worked on: the tab "Check", corrections by
// hand. The viewer of a shared file has none of it (source-light.ts).
import { hasFactChecks } from '../check/kept.ts';
import type { CheckLoader } from './checks.ts';

export interface Tools {
  readonly check: CheckLoader;
  /** Fetches the forms that correct by hand. */
  correct(): Promise<typeof import('./correct/index.ts')>;
  /** Fetches what makes things to publish with an article. */
  publish(): Promise<typeof import('../publish/index.ts')>;
  /** Fetches the dialog that drafts a ClaimReview. */
  draft(): Promise<typeof import('./claim-review.ts')>;
}

export const tools: Tools = {
  check: {
    load: () => import('./check/index.ts'),
    isWanted: hasFactChecks,
  },
  correct: () => import('./correct/index.ts'),
  publish: () => import('../publish/index.ts'),
  draft: () => import('./claim-review.ts'),
};

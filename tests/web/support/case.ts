// A test that can run anywhere: a sentence, and what must hold. node and browsers run the same.
import { SourcelightError, type ErrorCode } from '../../../web/engine/error.ts';

export interface Case<Context> {
  readonly name: string;
  run(context: Context): Promise<void> | void;
}

export function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

export function same(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  if (is !== should) throw new Error(`${what}: ${is}, expected ${should}`);
}

/** What `promise` rejects with; fails if it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    () => ({ resolved: true as const }),
    (reason: unknown) => ({ resolved: false as const, reason }),
  );
  check(!outcome.resolved, 'the promise was to be rejected, and was not');
  return outcome.reason;
}

export function checkError(reason: unknown, code: ErrorCode): void {
  check(reason instanceof SourcelightError, `not a SourcelightError: ${String(reason)}`);
  same(reason.code, code, 'the code');
  check(reason.message.length > 10, 'the message says what was wrong');
}

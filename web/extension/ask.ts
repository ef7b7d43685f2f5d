// Questions to the background, which the browser starts for them if it has stopped it.
import type { ToBackground, ToPanel } from './messages.ts';

/** One that is stopped before it has answered is asked again after so many milliseconds, when the next one runs. */
const pauses = [50, 200, 800, 3000];

/** Rejects where there is no background any more: the extension was removed, or is a newer one. */
export async function ask(message: ToBackground): Promise<unknown> {
  for (let attempt = 0; ; ++attempt) {
    const { answer, reason } = await chrome.runtime.sendMessage<ToBackground, unknown>(message).then(
      (answer) => ({ answer, reason: null }),
      (reason: unknown) => ({ answer: null, reason }),
    );
    if (answer) return answer;
    const pause = pauses[attempt];
    if (pause === undefined || !chrome.runtime?.id) throw reason ?? new Error('It was stopped.');
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Panels may be there to hear it, or not. */
export const tellPanels = (message: ToPanel): void => void chrome.runtime.sendMessage(message).catch(() => {});

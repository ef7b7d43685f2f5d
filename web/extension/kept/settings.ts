// What the reader has set, in the browser's own store for extensions. What is stored may be of an
// older Sourcelight, or of nobody: it is checked. tests/extension hold it.
import { claimStatuses, type ClaimStatus } from '../../engine/report.ts';
import { languages, type Language } from '../../words/index.ts';

/** How a page is read: by the engine's usual weights, or by larger ones, better and more slowly. */
export const readings = ['quick', 'careful'] as const;
export type Reading = (typeof readings)[number];

export interface Settings {
  /** Which claims are marked; null: what the newsroom's settings say, or all that assert something. */
  readonly statuses: readonly ClaimStatus[] | null;
  /** Colours of marks ("#rrggbb") where they are not the usual ones. */
  readonly colours: Readonly<Partial<Record<ClaimStatus, string>>>;
  /** The newsroom's settings file (docs/house-style.md). */
  readonly houseStyle: { readonly name: string; readonly text: string } | null;
  /** Hosts that are not read, with all below them. */
  readonly sites: readonly string[];
  /** null: the browser's. */
  readonly language: Language | null;
  readonly reading: Reading;
}

export const usual: Settings = { statuses: null, colours: {}, houseStyle: null, sites: [], language: null, reading: 'quick' };

const key = 'settings';

export async function readSettings(): Promise<Settings> {
  const kept = await chrome.storage.local.get(key);
  return checked(kept[key]);
}

/** Changes some; rejects where the browser keeps nothing. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await chrome.storage.local.set({ [key]: { ...(await readSettings()), ...change } });
}

/** Is told of every change, by whichever page. */
export function onSettings(told: (settings: Settings) => void): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && key in changes) told(checked(changes[key]?.newValue));
  });
}

/** Whether a page of this host is to be left alone. */
export const staysOff = ({ sites }: Settings, host: string): boolean =>
  sites.some((site) => host === site || host.endsWith(`.${site}`));

export function checked(value: unknown): Settings {
  const { statuses, colours, houseStyle, sites, language, reading } = asObject(value);
  const style = asObject(houseStyle);
  return {
    statuses: Array.isArray(statuses) ? claimStatuses.filter((one) => statuses.includes(one)) : null,
    colours: Object.fromEntries(
      claimStatuses.flatMap((one): [ClaimStatus, string][] => {
        const colour = asObject(colours)[one];
        return typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) ? [[one, colour]] : [];
      }),
    ),
    houseStyle:
      typeof style['name'] === 'string' && typeof style['text'] === 'string'
        ? { name: style['name'], text: style['text'] }
        : null,
    sites: Array.isArray(sites) ? sites.filter((site): site is string => typeof site === 'string') : [],
    language: typeof language === 'string' && Object.hasOwn(languages, language) ? (language as Language) : null,
    reading: readings.find((one) => one === reading) ?? usual.reading,
  };
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

// Made by `./dev element --write` from custom-elements.json of the package: properties, attributes and
// events of <source-light>, for JSX of React 19.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { SourceLight, SourceLightEvents } from 'sourcelight/element';

export interface SourceLightProps {
  /** whether the text can be written in */
  editable?: SourceLight['editable'];
  /** whether it reads nothing by itself */
  manual?: SourceLight['manual'];
  /** whether it shows the views only */
  panel?: SourceLight['panel'];
  /** the newsroom’s own site */
  site?: SourceLight['site'];
  /** the day on which the article was or is published */
  date?: SourceLight['date'];
  /** the article. Setting it drops report and undo history */
  text?: SourceLight['text'];
  /** its hyperlinks, `{span: [begin, end], target}` in UTF-16 units; set after the text */
  links?: SourceLight['links'];
  /** what its paragraphs are; set after the text */
  parts?: SourceLight['parts'];
  /** the Report of the text, as it is corrected by hand; or `null` */
  report?: SourceLight['report'];
  /** `{statuses, source, kind, unsure}`: which claims are shown; `unsure: true`: only those that are unsure */
  filter?: SourceLight['filter'];
  /** a newsroom’s rules and words (house style): JSON or an object. The claims it wants shown are shown until the person or the page chooses others */
  houseStyle?: SourceLight['houseStyle'];
  /** how much statuses and signals raise a claim in the list, where that is not the usual weight: `{number: 0.4}` */
  weights?: SourceLight['weights'];
  /** where the engine finds its parts, as for `createEngine()`; set before the first text */
  engineOptions?: SourceLight['engineOptions'];
  /** the engine starts before the element is built; for pages that set no `engineOptions` */
  warm?: boolean;
  /** nothing is kept in this browser: no checks, no weights */
  private?: boolean;
  /** there is a new Report */
  onreport?: (event: SourceLightEvents['report']) => void;
  /** the person edited the text */
  'ontext-change'?: (event: SourceLightEvents['text-change']) => void;
  /** a claim was selected; `null`: none */
  'onclaim-select'?: (event: SourceLightEvents['claim-select']) => void;
  /** a claim was ticked, marked, noted, or that was taken back */
  'onclaim-review'?: (event: SourceLightEvents['claim-review']) => void;
  /** something was corrected by hand, or that was taken back: the Report as it is corrected */
  oncorrection?: (event: SourceLightEvents['correction']) => void;
  /** there is no Report; the element says why, and offers to try again */
  onproblem?: (event: SourceLightEvents['problem']) => void;
}

type Usual = Omit<DetailedHTMLProps<HTMLAttributes<SourceLight>, SourceLight>, keyof SourceLightProps>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'source-light': Usual & SourceLightProps;
    }
  }
}

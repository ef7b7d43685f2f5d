import { useRef, useState } from 'react';
import type { SourceLight } from 'sourcelight/element';

const article = `Bridge over the Varn closes for repairs

The bridge over the Varn will close on Monday, Mayor Mara Lind said. “It is not safe,” she told reporters.

Repairs cost 3 million crowns. The old mill burned down in April.

The work is expected to take two years. A city official who asked not to be named said the money is not there.`;

// The text is given once: what is typed later stays with the element, which has undo and its marks.
const house = { rules: [{ id: 'cost', pattern: 'million', message: 'Who says what it costs?' }] };

export function App() {
  const light = useRef<SourceLight>(null);
  const [summary, setSummary] = useState('');
  const [claim, setClaim] = useState<number | null>(null);
  return (
    <>
      <h1>Sourcelight in React</h1>
      <p id="summary" role="status">
        {summary}
      </p>
      <p>
        <button type="button" onClick={() => light.current?.step(1)}>
          Next claim
        </button>{' '}
        <output>{claim === null ? 'No claim is selected.' : `Claim ${claim + 1} is selected.`}</output>
      </p>
      <source-light
        ref={light}
        editable
        private
        houseStyle={house}
        text={article}
        onreport={({ detail }) => setSummary(detail.report.summary.text)}
        onclaim-select={({ detail }) => setClaim(detail.claim)}
      />
    </>
  );
}

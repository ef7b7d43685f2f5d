import 'sourcelight/element';

const light = document.querySelector('#light');

light.text = `Bridge over the Varn closes for repairs

The bridge over the Varn will close on Monday, Mayor Mara Lind said. “It is not safe,” she told reporters.

Repairs cost 3 million crowns. The old mill burned down in April.

The work is expected to take two years. A city official who asked not to be named said the money is not there.`;

// To play with in the console.
window.example = { light };

// The sample article, written for this project: every place and person in it is invented. It
// holds every status, kind of source and kind of quotation (tests/web/page/sample.test.ts).

export const sample = `Port Ellery to shut its oldest bridge for eleven weeks

By Nora Lindqvist

PORT ELLERY — The Anselm Bridge will close to all traffic on 3 March for repairs that will cost 4.2 million crowns, Mayor Ilse Varga said on Monday.

“We found cracks in two of the six piers, and we are not going to gamble with people’s lives,” Varga told reporters at the town hall. She said that a ferry would run every twenty minutes.

The bridge was built in 1911 and carries about 9,000 vehicles a day. It is the only crossing within fifteen kilometres.

An inspection report dated 12 January found that salt water had eaten through a third of the steel in the eastern piers. According to the Port Ellery Harbour Authority, the damage went unnoticed because underwater checks were stopped in 2019 to save money.

Two officials familiar with the contract, who asked not to be named because the talks are still under way, said that the work could take until autumn. One of them called the timetable “a wish, not a plan.”

Critics say the council ignored warnings for years. Residents were told as early as 2021 that the bridge needed attention, but nothing was done.

Councillor Tomas Adeyemi, who leads the opposition, accused the mayor of hiding the report until after the election. Varga denied this, saying that she had seen it “for the first time last Thursday.”

The closure is expected to cost shops on the eastern bank half of their spring trade, and two cafés are reportedly looking for new premises.

“My family has sold bread on this street for sixty years,” said Petra Holm, who owns the bakery next to the bridge. “We lived through the flood, and we lived through the fire.

“But I do not know whether we can live through eleven weeks without customers.”

The Chamber of Commerce has asked for rent relief and said it would present a plan “within days.” The town has not yet replied.

It is believed that the steel will be shipped from abroad, which would make these the most expensive repairs in the town’s history. The council’s own accounts show that it spent less than 300,000 crowns on the bridge in the past ten years.

Will the bridge reopen in time for the summer fair? “Ask me in May,” Varga said.
`;

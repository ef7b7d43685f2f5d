// An article for the journeys: invented, and with all that a card can tell (tests/web/page/card.test.ts
// says what).

export const article = `Marle lock to close for nine days

By Ada Norling

The lock at Marle will be shut for nine days, the canal board said on Friday. Repairs to the gates will cost 4.2 million crowns.

“Nobody told us,” said Runa Teller, who owns the barge Sofie. She said that boats had queued since noon and that two of her crew were hurt in a collision.

Repairs to the gates will cost 3.1 million crowns, according to the council. Critics say the board ignored warnings for years.

The gates are reportedly thirty years old. The lock at Marle will be shut for nine days, and it is the oldest on the river.

“We will keep one gate open for as long as we can,” Teller told reporters. She added that the board owed her an answer, and she called the plan a disgrace.

Will the lock open in time for the regatta?
`;

/** What stands in it with a link. */
export const linked = { words: 'boats had queued', target: 'https://www.council.example/2031/report.pdf' };

// What must come of each page in tests/extension/pages.
import type { ClaimStatus } from '../../../web/engine/report.ts';

export interface Expected {
  readonly file: string;
  /** How its makers built it, for the test's name. */
  readonly structure: string;
  /** Sentences of the article. */
  readonly has: readonly string[];
  /** Words that stand on the page, and are not the article's. */
  readonly hasNot: readonly string[];
  /** Words that carry a mark of this kind, and of no other. */
  readonly marks: Readonly<Partial<Record<ClaimStatus, readonly string[]>>>;
}

export const expected: readonly Expected[] = [
  {
    file: 'semantic.html',
    structure: 'a semantic article with adverts, links and cookies, and a strict policy',
    has: [
      'Harbour wall at Tolsta to be raised by a metre The harbour wall',
      'The harbour wall at Tolsta will be raised by a metre before next winter, harbour master Ingrid Vaal said on Tuesday.',
      'According to a report by the county, four streets would be under water within an hour.',
      'Fishermen have asked for a second gate since 2019.',
      'The council votes on the plan in April.',
    ],
    hasNot: ['Baker denies', '812 partners', 'Accept all', 'printed since 1871', 'Weather', 'Dunova'],
    marks: {
      named: ['The harbour wall at Tolsta will be raised', 'three times in January', 'four streets would be under water'],
      unnamed: ['the money had already been spent'],
      hidden: ['sinking by two millimetres a year'],
      unsourced: ['The work will cost 6.3 million crowns'],
    },
  },
  {
    file: 'divsoup.html',
    structure: 'an article of <div>s without meaning, in columns that float',
    has: [
      'The price of milk rose by nine per cent in May, the farmers’ union Grønmark said on Monday.',
      'He said that 140 farms had given up since the spring.',
      'Economist Tora Nygaard expects prices to fall in autumn, as feed has become cheaper.',
      'Shops in the capital raised their prices twice in a week.',
    ],
    hasNot: ['Mayor Hidden', 'Win a tractor', 'Cow wins beauty contest', 'Privacy'],
    marks: {
      named: ['price of milk rose by nine per cent', 'that 140 farms had given up', 'prices to fall in autumn'],
      unnamed: ['the subsidy would be halved'],
      hidden: ['that a strike of drivers would empty the shelves'],
      unsourced: ['Shops in the capital raised their prices'],
    },
  },
  {
    file: 'live.html',
    structure: 'a live blog',
    has: [
      'Live: fire at Kestrel Mill',
      'Fire chief Olga Brandt said nobody was inside when the roof fell in.',
      'Neighbours said they had heard two loud bangs before the fire.',
      'The hospital treated nine patients in the morning.',
    ],
    hasNot: ['Valley Radio Live', 'addPost'],
    marks: {
      named: ['nobody was inside when the roof fell in', 'The detour takes 25 minutes'],
      unnamed: ['they had heard two loud bangs'],
      hidden: ['laid in the sawdust store'],
      unsourced: ['The smoke can be seen from the motorway'],
    },
  },
  {
    file: 'amp.html',
    structure: 'an AMP page with elements no script has defined',
    has: [
      'The primary school in Orrin has closed after pupils sat in classrooms at nine degrees, headteacher Bridget Amory said.',
      'Some 240 pupils will be taught in the sports hall, which has no windows.',
      'A teacher who asked not to be named said the staff had been told to keep quiet.',
    ],
    hasNot: ['sidebar stories', 'founded 1902'],
    marks: {
      named: ['The primary school in Orrin has closed', 'My daughter wore gloves to write'],
      unnamed: ['the staff had been told to keep quiet', 'they would not send their children back'],
      hidden: ['close two more schools'],
      unsourced: ['The boiler broke on Thursday'],
    },
  },
  {
    file: 'scroll.html',
    structure: 'a dark long read that loads more',
    has: [
      'City planner Rosa Delgado drew the first map in 2014, and she says she still has it on her wall.',
      'It is the steepest rise in the city.',
    ],
    hasNot: ['Longread', 'loadMore', 'Opponents say'],
    marks: {
      named: ['They laughed at me in the council', 'that the rumour was a lie'],
      unnamed: ['that two of them were nearly killed'],
      hidden: ['to have promised the line to a friend'],
      unsourced: ['The first rails were laid in the rain'],
    },
  },
  {
    file: 'components.html',
    structure: 'web components, with slots and a closed shadow root',
    has: [
      'Lynx seen near Harrow Pass after forty years',
      'The ministry’s biologist, Sanna Vik, said the animal had most likely come over the border.',
      'She said it had crossed the road “as if it owned it” and had vanished between the rocks.',
      'Experts consulted by this newspaper said one lynx needs 300 square kilometres.',
      'Museum director Leif Onstad said he would gladly put up a living one.',
    ],
    hasNot: ['Pass Gazette', 'Wildlife'],
    marks: {
      named: ['the animal had most likely come over the border', 'that he had already lost three', 'he would gladly put up a living one'],
      unnamed: ['one lynx needs 300 square kilometres'],
      hidden: ['The fund is'],
      unsourced: ['The lynx was hunted out in the county in 1991'],
    },
  },
  {
    file: 'frame.html',
    structure: 'an article in a frame of the same origin, beside an advert in one of another',
    has: [
      'The strike of the ferry crews will go on for at least another week, union leader Maja Lindqvist said on Wednesday.',
      'Islanders say they feel forgotten.',
      'The strike is the longest since 1988.',
    ],
    hasNot: ['Brillo', 'Imprint', 'Coast Portal'],
    marks: {
      named: ['We have been offered peanuts', 'it had lost 22 million crowns'],
      unnamed: ['they feel forgotten', 'the draft was ready'],
      hidden: ['to be preparing a law against the strike'],
      unsourced: ['They have had no rise since 2027'],
    },
  },
  {
    file: 'tables.html',
    structure: 'tables in tables, with <font>, in quirks mode',
    has: [
      'Water inspector Clara Dunn said it held forty times as much nitrate as the law allows.',
      'A former worker said that drums had been buried behind the works at night.',
      'The parish has ordered 2,000 bottles of water.',
    ],
    hasNot: ['Obituaries', 'is the vicar too old', 'Best viewed', 'Best wells in town'],
    marks: {
      unnamed: ['that drums had been buried behind the works'],
      named: ['it held forty times as much nitrate', 'that his cows had fallen ill in March'],
      hidden: ['Three more wells'],
      unsourced: ['The well at Brook Farm has been closed since Friday'],
    },
  },
  {
    file: 'comments.html',
    structure: 'a story with a thread of comments below',
    has: [
      'The town library will open on Sundays from June, head librarian Farah Nasser announced on Monday.',
      'Nasser said she was sorry about that.',
    ],
    hasNot: ['My cousin said', 'The mayor told me', 'Scientists have proved', 'moderated by volunteers', 'Post'],
    marks: {
      named: ['The town library will open on Sundays', 'she was sorry about that'],
      unnamed: ['they had learned of the plan'],
      hidden: ['Their union'],
      unsourced: ['The town pays for six more posts'],
    },
  },
  {
    file: 'gallery.html',
    structure: 'a gallery, whose captions tell part of the story',
    has: [
      'She said she had measured cracks in it in August and had written to the owner.',
      'Sexton Will Hart said the church had not been flooded since 1740.',
      'Rescuers said they had brought 57 people to dry land.',
      '“We will build it all again,” said mayor Joan Peel.',
    ],
    hasNot: ['Ten gardens', 'Dogs in hats'],
    marks: {
      named: ['the church had not been flooded since 1740', 'We will build it all again'],
      unnamed: ['they had brought 57 people to dry land', 'the alarm had been switched off'],
      unsourced: ['The flood destroyed 214 houses', 'The bakery oven floated into the street'],
    },
  },
  {
    file: 'wire.html',
    structure: 'wire copy in <pre>',
    has: [
      'Eleven people were hurt when a hotel wall fell into the street.',
      'Its operator, Enersal, said the reactor was undamaged.',
      'Schools stay closed until Monday.',
    ],
    hasNot: ['ZCZC'],
    marks: {
      named: ['An earthquake of magnitude 6.1 shook the coast of Marenia', 'that the lifts had stopped'],
      unnamed: ['water had entered the pump hall'],
      hidden: ['sent out forty minutes too late'],
      unsourced: ['The quake was the strongest in Marenia'],
    },
  },
  {
    file: 'rtl-around.html',
    structure: 'an English article in an Arabic page from right to left',
    has: [
      'Port of Nahla doubles its cranes',
      'The port of Nahla will buy twelve new cranes this year, its director Samira Haddad (سميرة حداد) said on Saturday.',
      'An official who saw the contract said that no other yard had been asked for a price.',
    ],
    hasNot: ['رياضة', 'الأكثر قراءة', 'قال الوزير', 'جميع الحقوق'],
    marks: {
      named: ['The port of Nahla will buy twelve new cranes', 'the cranes would halve that time'],
      unnamed: ['that no other yard had been asked for a price'],
      hidden: ['to have chosen the yard himself'],
      unsourced: ['The cranes come from the yard حوض النجمة and cost 90 million dinars'],
    },
  },
  {
    file: 'rtl-inside.html',
    structure: 'English set from right to left, with Hebrew words in it',
    has: [
      'Water rationed in Beit Orel Water will',
      'Water will be rationed in Beit Orel from Sunday, the village council (המועצה) said.',
      'She added that the pump, which the villagers call “המשאבה הישנה”, had broken twice in July.',
      'The district has 31 villages, and nine of them buy water by the truck.',
    ],
    hasNot: ['ידיעות הכפר', 'כל הזכויות'],
    marks: {
      named: ['Water will be rationed in Beit Orel', 'had broken twice in July'],
      unnamed: ['that he pays for half of them'],
      hidden: ['being dug without a permit'],
      unsourced: ['Each house gets 200 litres a day'],
    },
  },
  {
    file: 'spa.html',
    structure: 'a page that its script writes',
    has: [
      'He said that only two people in the country could cast a new one.',
      'Architect Wanda Klee, who measured it in May, said there was no danger.',
    ],
    hasNot: ['Orchard', 'Frost has killed'],
    marks: {
      named: ['The clock tower of Finsby has stood still since Easter', 'there was no danger'],
      unnamed: ['they did not miss the bells at all'],
      hidden: ['leaning by eleven centimetres'],
      unsourced: ['The town has put aside 40,000 crowns'],
    },
  },
  {
    file: 'magazine.html',
    structure: 'a magazine story in sections, with lists, quotes pulled out and a headline apart',
    has: [
      'The last glass-blower of Lund Bay',
      'He says that he has slept in the workshop for half of his life.',
      'According to the plan of the coast guard, the new lamps save 300,000 crowns a year.',
      'The largest one weighs 310 kilograms, Eklund says.',
      'We owe him every ship that came home, wrote Admiral Nils Bergh in his memoirs.',
      'Eklund has not been asked, his daughter Maj Eklund told this magazine.',
    ],
    hasNot: ['Skip to the content', '40,000 readers', 'Editors: check', 'Why bees hate blue', 'press council', 'Sign up'],
    marks: {
      named: ['that he has slept in the workshop', 'Eklund has not been asked'],
      unnamed: ['they could not see the new lamps in fog'],
      hidden: ['that the museum will buy the furnace'],
      unsourced: ['The first lamp was made in 1894'],
    },
  },
];

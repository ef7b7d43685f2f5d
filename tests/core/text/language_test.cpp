// Holds text/language.h: what is surely in another language is told, and English is never taken for
// it.
#include "text/language.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

namespace sourcelight {
namespace {

using namespace std::string_literals;
using Texts = std::vector<std::pair<std::string, std::string>>;

const std::string english =
    "The council said on Monday that the bridge would stay closed until the spring. Residents, who "
    "have waited for two years, were told that the work had not been paid for.\n";
const std::string german =
    "Der Stadtrat teilte am Montag mit, dass die Brücke bis zum Frühjahr gesperrt bleibt. Die "
    "Anwohner warten seit zwei Jahren und erfuhren nun, dass die Arbeiten nicht bezahlt sind.\n";
const std::string russian =
    "Городской совет сообщил в понедельник, что мост останется закрытым до весны. Жители ждут уже "
    "два года, и теперь им сказали, что работы не оплачены.\n";
const std::string japanese =
    "市議会は月曜日、橋を春まで通行止めにすると発表した。住民はすでに二年間待っている。工事費がまだ"
    "支払"
    "われていないと市長は述べた。\n";

std::string times(int count, const std::string& text) {
  std::string all;
  while (count-- > 0) all += text;
  return all;
}

TEST_CASE("Another language is told, whatever its script") {
  const Texts texts = {
      {"German", german},
      {"French",
       "Le conseil municipal a annoncé lundi que le pont resterait fermé jusqu'au printemps. Les "
       "habitants, qui attendent depuis deux ans, ont appris que les travaux ne sont pas payés."},
      {"Spanish",
       "El ayuntamiento anunció el lunes que el puente seguirá cerrado hasta la primavera. Los "
       "vecinos, que esperan desde hace dos años, supieron que las obras no están pagadas."},
      {"Portuguese",
       "A câmara anunciou na segunda-feira que a ponte vai continuar fechada até à primavera. Os "
       "moradores, que esperam há dois anos, souberam que as obras ainda não foram pagas."},
      {"Italian",
       "Il consiglio comunale ha annunciato lunedì che il ponte resterà chiuso fino a primavera. "
       "Gli "
       "abitanti, che aspettano da due anni, hanno saputo che i lavori non sono pagati."},
      {"Dutch",
       "De gemeenteraad zei maandag dat de brug tot het voorjaar dicht is. De bewoners, die al "
       "twee "
       "jaar wachten, hebben gehoord dat over de kosten van het werk nog niet is besloten."},
      {"Norwegian",
       "Kommunestyret sa mandag at broen blir stengt for all trafikk til våren. Beboerne har "
       "ventet "
       "i over tre år, og fikk nå vite at det ikke er penger til arbeidet."},
      {"Finnish",
       "Kaupunginvaltuusto kertoi maanantaina, että silta pysyy suljettuna kevääseen asti. "
       "Asukkaat "
       "ovat odottaneet jo kaksi vuotta, ja nyt heille kerrottiin, ettei työtä ole vielä maksettu "
       "eikä uutta päivää ole päätetty."},
      {"Polish",
       "Rada miasta poinformowała w poniedziałek, że most będzie zamknięty do wiosny. Mieszkańcy "
       "czekają już dwa lata i dowiedzieli się, że to nie koniec, bo prace nie są opłacone."},
      {"Czech",
       "Městská rada v pondělí oznámila, že most zůstane uzavřen až do jara. Obyvatelé čekají už "
       "dva "
       "roky a nyní se dozvěděli, že práce nejsou zaplaceny, a to by mohlo trvat dlouho."},
      {"Turkish",
       "Belediye meclisi pazartesi günü köprünün bahara kadar kapalı kalacağını açıkladı. İki "
       "yıldır "
       "bekleyen sakinler çalışmaların parasının henüz ödenmediğini öğrendi ve her yıl aynı sözün "
       "verildiğini söyledi."},
      {"Indonesian",
       "Dewan kota mengatakan pada hari Senin bahwa jembatan itu akan tetap ditutup sampai musim "
       "semi. "
       "Warga yang sudah menunggu dua tahun diberi tahu bahwa pekerjaan itu belum dibayar."},
      {"Russian", russian},
      {"Greek",
       "Το δημοτικό συμβούλιο ανακοίνωσε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή ως την άνοιξη."},
      {"Arabic",
       "أعلن مجلس المدينة يوم الاثنين أن الجسر سيبقى مغلقا حتى الربيع وأن السكان ينتظرون"},
      {"Hebrew", "מועצת העיר הודיעה ביום שני כי הגשר יישאר סגור עד האביב והתושבים ממתינים"},
      {"Hindi", "नगर परिषद ने सोमवार को कहा कि पुल वसंत तक बंद रहेगा और निवासी इंतजार कर रहे हैं"},
      {"Japanese", japanese},
      {"Korean",
       "시의회는 월요일 다리가 봄까지 폐쇄될 것이라고 밝혔다. 주민들은 이미 이 년 동안 기다리고 "
       "있다. "
       "공사비는 아직 지급되지 않았다고 시장은 말했다."}};
  for (const auto& [language, text] : texts) {
    INFO(language);
    CHECK(is_other_language(Language::built_in(), text));
    CHECK(is_other_language(Language::built_in(), times(20, text + "\n\n")));
  }
}

TEST_CASE("English is read, also where it has few of the small words") {
  const Texts texts = {
      {"prose", english},
      {"capitals",
       "MAYOR DENIES CLAIMS OVER BRIDGE MONEY\n\nPOLICE SEARCH HARBOUR FOR MISSING BOAT, CREW "
       "FOUND "
       "SAFE NEAR OLD LIGHTHOUSE, OWNER BLAMES STORM, COUNCIL PROMISES INQUIRY, UNION WANTS NEW "
       "PIER"},
      {"names",
       times(3,
             "Juan de la Cruz, María del Mar Rossi, Jan van der Berg, Ilse von Hagen, Ole Lund, "
             "Ahmed el Masri, Giulia de Santis, Pieter de Vries, Zofia Nowak, Émile du Pont\n")},
      {"results",
       times(4,
             "Ostby Rovers 2-1 Tolsta Town\nHaven United 0-0 Kirkwall City (half-time 0-0)\n"
             "Women's 100m freestyle: 1. Lind (Ostby) 53.21sec, 2. Rask (Tolsta) 53.60sec\n")},
      {"a table", times(6,
                        "net income\t1,204\t1,180\noperating profit before tax\t310\t290\ntotal "
                        "assets\t9\t8\n")},
      {"a recipe",
       times(4,
             "2 tbsp olive oil\n1 large onion, finely chopped\n400g tin chopped tomatoes, drained\n"
             "1 tsp dried oregano\npinch sea salt\n150g grated cheddar cheese\n")},
      {"headlines in small letters",
       "Mayor denies claims about bridge money after council vote\nPolice search harbour for "
       "missing "
       "crew\nShares fall sharply as bank warns of losses\nTeachers' union calls off strike before "
       "talks\nFerry company blames storm for late boats"},
      {"headlines in large letters",
       "Mayor Denies Claims Over Bridge Money. Police Search Harbour for Missing Crew. Shares Fall "
       "Sharply as Bank Warns of Losses. Teachers Call Off Strike. Ferry Company Blames Storm."},
      {"with foreign quotations", english + english + german + german},
      {"with foreign names of things",
       english +
           "The play is called “Der Besuch der alten Dame”, the song “Non, je ne regrette rien”."}};
  for (const auto& [kind, text] : texts) {
    INFO(kind);
    CHECK_FALSE(is_other_language(Language::built_in(), text));
  }
}

TEST_CASE("A text of which a third is in English is read, wherever that stands") {
  for (const std::string& other : {german, russian, japanese + japanese}) {
    INFO(other);
    CHECK_FALSE(is_other_language(Language::built_in(), times(5, english) + times(10, other)));
    CHECK_FALSE(is_other_language(Language::built_in(), times(10, other) + times(5, english)));
    CHECK(is_other_language(Language::built_in(),
                            times(20, other) + "“The bridge is closed,” it said.\n"));
  }
}

TEST_CASE("What is short is read, unless it is of another script") {
  CHECK_FALSE(is_other_language(Language::built_in(), ""));
  CHECK_FALSE(is_other_language(Language::built_in(), "\n \n"));
  CHECK_FALSE(is_other_language(Language::built_in(),
                                "Die Brücke bleibt gesperrt, sagte der Bürgermeister am Montag."));
  CHECK_FALSE(is_other_language(Language::built_in(), "Мост закрыт."));
  CHECK_FALSE(is_other_language(
      Language::built_in(), "The newspaper Комсомольская правда was the first to say so, in May."));
  CHECK(is_other_language(
      Language::built_in(),
      "Мост останется закрытым до весны, сообщил в понедельник городской совет."));
}

TEST_CASE("Marks, numbers and signs are no language") {
  CHECK_FALSE(is_other_language(Language::built_in(), times(200, "😀 ")));
  CHECK_FALSE(is_other_language(Language::built_in(), times(200, "12.5 % - ")));
  CHECK_FALSE(is_other_language(Language::built_in(), times(200, "\xEF\xBF\xBD")));
}

}  // namespace
}  // namespace sourcelight

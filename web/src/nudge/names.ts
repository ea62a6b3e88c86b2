/**
 * First names that children and grown-ups here carry, from many places. Written by us from common knowledge, not taken
 * from a register. What is also an ordinary word stands in `also`, and counts only where a word would not be capital.
 */
export const names: ReadonlySet<string> = new Set(
	`aaliyah abdi abdirahman abdullah abdul adam adele adrian agnes agnieszka ahmad ahmed aisha aksel albert aleksander alexander
alfred ali alice alicja alma amalie amanda amelia amin amina amir ana anas anastasia anders andre andrea andreas ane anette anita
anja ann anna anne annika anton antoni anwar arash are ariana arild arne aron arthur arvid asbjørn aslak asmaa astrid august aurora
axel aya ayaan ayan ayub bashir beate benjamin bente berit birgit birgitte birte bjarne bjørg bogdan brage brit britt brynjar
camilla carl caroline cathrine celine cecilie charlotte christer christian christina christine christoffer daniel daniela danylo
daria david didrik dina dmytro dorota ebba edvard edvin egil eirik eivind elena elias elif elin elina elisabeth elise ella ellen
ellinor elise emil emilia emilie emily emma emre endre erik erika erlend esben espen ester eva evelyn evelina even faisal farah
fartun fatima fatma felix filip filippa finn fredrik frida frode gabriel gard geir georg gerd gina gro grete gudrun gunhild gunn
gunnar gustav guro hadi haakon hafsa halima halvor hamid hamza hana hanna hannah hanne hans harald hassan hawa hedda hedvig heidi
heidrun helena helene helle hene henning henriette henrik herman hermine hilde hilma hodan huda hugo hussein håkon håvard ian
ibrahim ida idris igor ilham imran ina ines ingeborg inger ingrid ingunn ingvild iqra irene iris isa isabel isabella isak isaac ismail
ivan ivar iver jacob jakob jakub jamal jan jane jannicke jasmin jasmine jean jens jenny jeppe jesper joachim joakim joanna
johan johanna johanne johannes john johnny jon jonas jonathan jorun josef josefine julia julian julie julius jørgen jørn kacper
kaisa kaja kamil kamila kari karin karina karl karoline karsten kaspar kasper katarina katarzyna kateryna kathrine katrine kenneth khadija
khadra khaled khalid kim kine kirsten kjartan kjell kjersti kjetil klara knut konrad kristian kristin kristina kristine kristoffer
krystian krzysztof lara lars laura lea leah leif lena leo leon leonora leyla liam lillian lilly lina linda line linn linnea
lisa lisbeth liv lotte louise lucas ludvig ludvik lukas lydia maciej mads magne magnhild magnus mahad mahdi maja malak malene
malik malin mamadou marcus marek maren margrete margrethe mari maria mariam marianne marie mariia marina marion marit marius markus
marta marte martha marthe martin martine mary maryam maryna mateusz mathea mathias mathilde matilde mats matteo matthias maud max maximilian
melissa merete mette mia michael michal michelle mikael mikkel mikolaj mila milla mille mina mohamed mohammad mohammed mohamud
mona monica morten muhammad muna mustafa mykola nadia najma nasra natalia nataliia nathalie nicolai nicolas niklas nikolai nils noah nora noor
nour odin oda odd ola olai olav olava ole oleksandr oleksandra olena oliver olivia olga omar oscar oskar osman otto oxana pablo
patrick paul paula pauline pawel peder per pernille petra petter philip philippa piotr preben rachel ragnar ragnhild rahel rahma
rakel ramin randi rania rasmus rebecca rebekka reidar reidun renate rikke robert robin roger roland rolf roman ronja roy ruben
ruqayya ruth rune saga sahra said salma salman salim samira samuel samya sander sandra sanne sara sarah sebastian selam selma
serhii shahad sigrid sigrun sigurd sigve silje simen simon sindre siri sissel siv sivert sofia sofie sofiia solveig sondre sonja sophie
stanislaw steffen stella stian stine storm sumaya sunniva susann susanne svein sven svenn svetlana synne synnøve syver szymon sølvi
tage tarik tariq tea teodor terese terje tetiana thea theo theodor therese thomas thor tilde tina tine tiril tobias tom tomas
tomasz tone tonje tor tora tore torbjørn torgeir torhild tormod torstein torunn trine trond trude truls trym turid tuva tyra
ulf ulrik ulrikke umar vebjørn vegard vera veronika veslemøy vetle vibeke victor victoria vidar viktor viktoria vilde vilja
viljar ville vilma vincent viola volodymyr wilhelm wiktoria william wojciech xavier yahya yara yasin yasmin yasmine yassin yngve yohannes
youssef yuliia yusra yusuf yvonne zahra zainab zakaria zara zeinab zeynep zofia zuzanna åge ådne åse åshild åsmund øivind ørjan
østen øyvind øystein bo dag mai sol vår stein bjørn tiger håp rose eli ask ørn storm jo jonny gry mai-britt anne-lise svein-erik
ann-kristin jan-erik per-olav lars-erik nils-petter lillan emine mehmet aylin bilal abel selma lykke frøya freja live luna
embla eline emrik elliot falk gjermund halvard hallvard iben jenni juni kian leander linus lovise mikaela milan nelly nicoline nikita
noa nellie odine pia ravn selina sivert sverre thelma tiana tirill tord wilma ylva aron`.split(/\s+/),
);

/** Names that are also words, places or months. */
export const also: ReadonlySet<string> = new Set(
	"bo liv dag mai sol vår stein bjørn tiger håp rose eli ask ørn storm jo live falk ravn line ville odd are max luna abel frøya embla saga isa juni lykke ester ian even hana tea mina finn mange viola iris per said laura".split(
		" ",
	),
);

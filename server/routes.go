package server

import (
	"net/http"
	"reflect"

	"dugnad/report"
	"dugnad/room"
)

// route is one line of the API: where, who, what. For the description of the
// API it also names the shape of what goes in and what comes out.
type route struct {
	method, path string
	who          who
	do           handler
	says         string
	in, out      reflect.Type
}

// forms are the routes that take a form of our own page, for a browser without
// scripts. All others take JSON.
var forms = map[string]bool{"/s/{token}": true, "/a/{token}": true, "/svar/{room}": true, "/bidra/{room}": true, "/e/{token}": true, enterPath: true, enterPath + "/{token}": true, overviewPath: true}

// handler answers a visitor the guard has let through. What it returns as an
// error becomes a refusal.
type handler func(w http.ResponseWriter, r *http.Request, v visitor) error

const (
	get  = http.MethodGet
	post = http.MethodPost
	del  = http.MethodDelete
)

// routes is the whole API. Nothing is served that does not stand here.
func (s *Server) routes() []route {
	var (
		guest   = holders(surfaceGuest)
		lead    = holders(surfaceLead)
		leader  = holders(surfaceLead).as(room.Facilitator)
		leading = holders(surfaceLead).as(room.Facilitator, room.Assistant) // not whoever only watches
		screens = holders(surfaceLead, surfaceBoard)
		seated  = holders(surfaceGuest, surfaceLead, surfaceBoard, surfaceFollow).andTeams().andDeputies()
		inHall  = holders(surfaceGuest, surfaceLead).as(room.Participant, room.Facilitator, room.Assistant)
		carer   = holders(surfaceFollow, surfaceLead)
		viewers = holders(surfaceGuest, surfaceLead, surfaceBoard)
		talkers = holders(surfaceGuest, surfaceLead, surfaceFollow).andTeams().andDeputies()
	)
	return []route{
		{get, "/healthz", everyone, s.alive, "the process is alive", nil, shape[status]()},
		{get, "/readyz", everyone, s.ready, "it can serve: the store answers and nobody is being sent away", nil, shape[readiness]()},

		{post, "/api/meetings", maker, s.makeMeeting, "makes a meeting; the asking device becomes its facilitator", shape[newMeeting](), shape[madeMeeting]()},
		{post, "/api/join", everyone, s.join, "a join code for a seat", shape[joining](), shape[joined]()},
		{post, "/api/help", everyone, s.askHelp, "four digits for a neighbour who is in to type, and then the meeting", shape[helping](), shape[helped]()},
		{get, "/api/templates", everyone, s.templates, "the meetings one can choose from, in one language", nil, shape[[]templateLine]()},
		{get, "/api/proposal", everyone, s.proposal, "which of them suits a purpose, so many people and so many minutes, or why none does", nil, shape[proposalBody]()},
		{get, "/api/templates/{template}", everyone, s.template, "one of them as a file, to change and bring along", nil, nil},
		{get, "/api/mine", everyone, s.mine, "the meetings this device holds a cookie for", nil, shape[[]mineLine]()},
		{get, "/api/check", everyone, s.check, "whether this machine is reached, and its time", nil, shape[checked]()},
		{get, "/api/check/ws", everyone, s.checkSocket, "one word over a websocket", nil, nil},
		{post, "/api/check", everyone, s.reportHall, "what a phone found wrong in the hall", shape[hallReport](), shape[status]()},
		{get, "/api/openapi.json", everyone, s.describe, "this description", nil, nil},

		{post, "/api/key", everyone, s.useLeadKey, "a recovery key and the meeting's code for a cookie, where the address is not known", shape[usingLeadKey](), shape[joined]()},
		{post, "/api/rooms/{room}/key", everyone, s.useKey, "a recovery or board key for a cookie", shape[usingKey](), shape[joined]()},
		{post, "/api/rooms/{room}/swap", guest.orSwapped(), s.swap, "a phone that has been given another seat (*bytt telefon*) fetches its cookie", nil, shape[joined]()},
		{get, "/api/rooms/{room}/ws", seated, s.live, "the websocket", nil, nil},
		{get, "/api/rooms/{room}/listen", seated, s.listen, "the same frames where no websocket gets through", nil, nil},
		{post, "/api/rooms/{room}/say", talkers, s.say, "one frame where no websocket gets through", nil, nil},
		{get, "/api/rooms/{room}/view", seated, s.view, "the snap frame", nil, nil},
		{get, "/api/rooms/{room}/slip/{vote}", guest, s.slip, "what lies behind one's own slip while the vote is open", nil, shape[slipBody]()},
		{get, "/api/rooms/{room}/mine.json", guest, s.own, "all that is held of whoever asks, as a file", nil, shape[ownBody]()},
		{post, "/api/rooms/{room}/help", guest, s.giveHelp, "the digits of a phone beside one's own, which may then come in", shape[typedDigits](), shape[status]()},
		{get, "/api/rooms/{room}/address", screens, s.address, "where phones should go", nil, shape[addressBody]()},
		{post, "/api/rooms/{room}/address", lead, s.pickAddress, "the facilitator says where phones should go", shape[pickedBody](), shape[addressBody]()},
		{get, "/api/rooms/{room}/qr.svg", screens, s.qr, "the join link as QR; with ?sjekk the page that tries the hall", nil, nil},
		{post, "/api/rooms/{room}/board", leading, s.showBoard, "the projector's cookie for a machine that leads; no key is made, so that no board goes out", nil, shape[joined]()},
		{post, "/api/rooms/{room}/screen", leading, s.showElsewhere, "the digits of a machine at a projector, which may then show the board", shape[typedDigits](), shape[status]()},
		{post, "/api/rooms/{room}/links/{surface}", carer, s.rotate, "makes older keys and cookies of a surface worthless", nil, shape[newKeyBody]()},
		{post, "/api/rooms/{room}/taps/{measure}", carer, s.makeTap, "a new link to say how one measure is, without a seat; older ones die", nil, shape[newTapBody]()},
		{post, "/api/rooms/{room}/taps/{measure}/ask", carer, s.askStatus, "asks whoever is responsible how it is, by mail, with a new link; older ones die", nil, shape[status]()},
		{post, "/api/rooms/{room}/owners", carer, s.makeOwner, "a new link to all the measures of one role, without a seat; an older one dies", shape[owningBody](), shape[newTapBody]()},
		{get, "/api/rooms/{room}/contributors", holders(surfaceFollow), s.contributors, "those who would like to contribute, and how they are reached", nil, shape[[]contributorLine]()},
		{get, "/api/rooms/{room}/letters", carer, s.letters, "how far letters have come, by occasion; names nobody", nil, shape[lettersBody]()},
		{get, "/api/rooms/{room}/subscribers", holders(surfaceFollow), s.subscribers, "the addresses of those who asked to be told the answer", nil, shape[subscribersBody]()},
		{get, "/api/rooms/{room}/needs", holders(surfaceLead).as(room.Facilitator, room.Assistant), s.needs, "what people need to be able to take part; for those who lead alone", nil, shape[needsBody]()},
		{get, "/api/rooms/{room}/book", inHall, s.book, "the evening's contact book, for those in the meeting", nil, shape[bookBody]()},
		{get, "/api/rooms/{room}/book.csv", inHall, s.bookFile, "the same to keep", nil, nil},
		{post, "/api/rooms/{room}/pictures", leading, s.takePicture, "a PNG or JPEG for a slide, drawn anew so that nothing hidden in the file is kept", shape[pictureFile](), shape[pictureBody]()},
		{get, "/api/rooms/{room}/pictures/{picture}", viewers, s.picture, "a picture: the leads see all, the others what is on the board now", nil, nil},
		{get, "/api/rooms/{room}/likeness", leading, s.likeness, "which ideas in plenum are alike in their words: a hint", nil, shape[likenessBody]()},
		{get, "/api/rooms/{room}/export.json", carer, s.export("json"), "the record, without people and without ballots", nil, shape[report.Record]()},
		{get, "/api/rooms/{room}/export.csv", carer, s.export("csv"), "the record as one table, or one sheet of it", nil, nil},
		{get, "/api/rooms/{room}/export.xlsx", carer, s.export("xlsx"), "the record as a workbook, a sheet a noun", nil, nil},
		{get, "/api/rooms/{room}/export.docx", carer, s.export("docx"), "the report as a document to edit", nil, nil},
		{get, "/api/rooms/{room}/export.md", carer, s.export("md"), "the report as text", nil, nil},
		{get, "/api/rooms/{room}/export.zip", carer, s.export("zip"), "the parcel for the archive: every shape, metadata and checksums", nil, nil},
		{get, "/api/rooms/{room}/sheet.docx", carer, s.oneSheetFile, "one sheet for those who decide, to edit, with the headings of a saksframlegg", nil, nil},
		{get, "/api/rooms/{room}/innspill.json", carer, s.innspill, "what young people have shared, as cards for an adult dugnad", nil, nil},
		{get, "/api/rooms/{room}/grant.docx", carer, s.grantFile("docx"), "what an application asks for, drawn from the measures, to edit", nil, nil},
		{get, "/api/rooms/{room}/grant.md", carer, s.grantFile("md"), "the same as text", nil, nil},
		{get, "/api/rooms/{room}/calendar.ics", carer, s.calendarFile, "what is ahead, for the calendar one already has", nil, nil},
		{post, "/api/rooms/{room}/reports", carer, s.finish, "finishes the report as it is now", nil, shape[finishedBody]()},
		{post, "/api/rooms/{room}/rehearsal", leading, s.rehearse, "a rehearsal of this meeting, in a room of its own with simulated people", shape[rehearsing](), shape[joined]()},
		{get, "/api/rooms/{room}/deck.json", leading, s.deck, "the deck on the tables as a file", nil, nil},
		{post, "/api/rooms/{room}/deck", leading, s.takeDeck, "lays a deck of one's own on the tables", shape[deckFile](), shape[status]()},
		{del, "/api/rooms/{room}", leader, s.erase, "everything about the meeting is gone, at once", nil, shape[status]()},

		{post, "/api/org/key", everyone, s.useOrgKey, "the operator key for a cookie that lasts a working day", shape[orgKey](), shape[status]()},
		{get, "/api/org/overview", operator, s.overview, "all meetings, what is due and what recurs; no people", nil, shape[overviewBody]()},
		{get, "/api/org/search", operator, s.searchOrg, "measures and decisions of all meetings, and what was set aside, that hold the words of ?q=", nil, shape[searchBody]()},

		{get, "/", everyone, s.page("index"), "the participant's page", nil, nil},
		{get, "/rom/{room}", everyone, s.page("index"), "the participant's page", nil, nil},
		{get, "/led", everyone, s.page("led"), "asks for the meeting's code and the recovery key", nil, nil},
		{get, "/led/{room}", everyone, s.page("led"), "the facilitator's page", nil, nil},
		{get, "/oppfolging/{room}", everyone, s.page("oppfolging"), "the follow-up group's page", nil, nil},
		{get, "/tavle", everyone, s.page("tavle"), "a machine at a projector: four digits for whoever leads to type, and then the board", nil, nil},
		{get, "/tavle/{room}", everyone, s.page("tavle"), "the projector's page", nil, nil},
		{get, "/se/{room}", everyone, s.page("se"), "a phone as the panel shows it, for whoever leads", nil, nil},
		{get, "/svar/{room}", everyone, s.replyPage, "the answer to those who were there, or when it comes", nil, nil},
		{get, "/s/{token}", everyone, s.tapPage, "how is this measure: four buttons, and nothing changes", nil, nil},
		{post, "/s/{token}", everyone, s.tapSay, "says how the measure is", nil, nil},
		{get, "/a/{token}", everyone, s.ownerPage, "the measures of whoever is responsible, and nothing changes", nil, nil},
		{post, "/a/{token}", everyone, s.ownerSay, "says how one of them is, or what is next", nil, nil},
		{post, "/svar/{room}", everyone, s.replyAsk, "asks for the answer by mail", nil, nil},
		{get, "/bidra/{room}", guest, s.contributePage, "I would like to contribute: what is asked, who sees it, when it is gone", nil, nil},
		{post, "/bidra/{room}", guest, s.contributeSay, "leaves that, or takes it back", nil, nil},
		{get, "/e/{token}", everyone, s.consentPage, "from a letter: is this address yours, or shall no more come; nothing changes", nil, nil},
		{post, "/e/{token}", everyone, s.consentSay, "says yes to that; one click from the mail program is enough", nil, nil},
		{get, enterPath, everyone, s.enterPage, "the way back in: asks for an address", nil, nil},
		{post, enterPath, everyone, s.enterAsk, "sends a link to it if it is known; the answer is the same if not", nil, nil},
		{get, enterPath + "/{token}", everyone, s.enterLink, "shows a button, and uses nothing up", nil, nil},
		{post, enterPath + "/{token}", everyone, s.enterUse, "lets somebody in, once", nil, nil},
		{get, overviewCalendar, operator, s.overviewDays, "what is ahead in all meetings, for the calendar one already has", nil, nil},
		{get, overviewPath, operator, s.overviewPage, "all meetings together, to read and print", nil, nil},
		{post, overviewPath, everyone, s.openOverview, "the operator key for the cookie, from the page's own form", nil, nil},
		{get, "/mine.js", everyone, s.mineScript, "marks on the answer page what this phone remembers having written; asks nobody", nil, nil},
		{get, "/kommuner", everyone, s.listingPage, "who has asked to stand on the open list: kommuner, functions, no persons", nil, nil},
		{get, "/plain.css", everyone, s.plainStyle, "the look of the pages that need no script", nil, nil},
		{get, "/referat/{room}", carer, s.reportPage, "the report as a page to read and print", nil, nil},
		{get, "/ett-ark/{room}", carer, s.oneSheetPage, "one sheet for those who decide, to read and print", nil, nil},
		{get, "/soknad/{room}", carer, s.grantPage, "what an application asks for, to read and print", nil, nil},
		{get, "/kontaktbok/{room}", inHall, s.bookPage, "the evening's contact book, to read and print", nil, nil},
		{get, "/print.css", everyone, s.printStyle, "the style of the printed pages", nil, nil},
		{get, "/sjekk", everyone, s.page("sjekk"), "the page that tries the hall", nil, nil},
		{get, "/*", everyone, s.file, "the front end's files", nil, nil},
	}
}

func shape[T any]() reflect.Type { return reflect.TypeFor[T]() }

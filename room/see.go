package room

import (
	"reflect"
	"sort"
)

// show is how one kind of entity is shown: which there are, which layer each
// lives in now, and what is copied out. A field nobody copied is hidden.
type show struct {
	ids   func(*State) []string // nil for the one and only of its kind
	where func(*State, string) Layer
	see   func(*State, string) any
	view  reflect.Type
	slow  bool // counts: latest wins, a quarter of a second late is soon enough
}

var shows = map[string]show{
	"meeting":     the(All, seeMeeting),
	"step":        the(All, seeStep),
	"script":      the(Lead, seeScript),
	"scripts":     the(Lead, seeScripts),
	"timer":       the(All, seeTimer),
	"ahead":       the(Ahead, seeAhead),
	"presence":    slow(the(All, seePresence)),
	"seating":     slow(the(Lead, seeSeating)),
	"lack":        the(Lead, seeLack),
	"acts":        the(Lead, seeActs),
	"deck":        the(All, seeDeck),
	"hall":        the(Lead, seeHall),
	"sign":        {where: whereSign, see: seeSign, view: reflect.TypeFor[SignView]()},
	"rehearsal":   {where: whereRehearsal, see: func(s *State, _ string) any { return seeRehearsal(s) }, view: reflect.TypeFor[RehearsalView]()},
	"telling":     the(All, seeTelling),
	"showing":     the(All, seeShowing),
	"slides":      each(slideIDs, whereSlide, seeSlide),
	"tray":        the(Lead, seeTray),
	"films":       the(Board, seeFilms),
	"pace":        the(Lead, seePace),
	"unveiled":    each(resultIDs, whereUnveiled, seeUnveiled),
	"suggestions": the(Lead, seeSuggestions),
	"moods":       slow(each(moodIDs, whereMood, seeMood)),
	"posters":     each(posterIDs, wherePoster, seePoster),
	"book":        slow(maybeThe(whereBook, seeBook)),
	"goodbyes":    slow(the(Lead, seeGoodbyes)),
	"changes":     the(Lead, seeChanges),
	"attendance":  slow(the(Lead, seeAttendance)),
	"reports":     the(Follow, seeReports),
	"deletions":   maybeThe(whereDeletions, seeDeletions),
	"cards":       each(cardIDs, whereCard, seeCard),
	"picks":       each(pickIDs, wherePick, seePick),
	"decisions":   each(decisionIDs, whereDecision, seeDecision),
	"me":          each(seatIDs, whereMe, seeMe),
	"seats":       slow(each(seatIDs, whereSeat, seeSeat)),
	"claims":      each(seatIDs, whereClaim, seeClaim),
	"standins":    each(seatIDs, whereStandin, seeStandin),
	"groups":      slow(each(groupIDs, whereGroup, seeGroup)),
	"places":      each(groupIDs, wherePlaces, seePlaces),
	"progress":    slow(each(groupIDs, whereProgress, seeProgress)),
	"ideas":       each(ideaIDs, whereIdea, seeIdea),
	"wordings":    each(ideaIDs, whereWording, seeWording),
	"originals":   each(ideaIDs, whereOriginal, seeWording),
	"wishes":      each(seatIDs, whereWish, seeWish),
	"clusters":    each(clusterIDs, whereCluster, seeCluster),
	"votes":       each(voteIDs, whereVote, seeVote),
	"turnout":     slow(each(voteIDs, whereVote, seeTurnout)),
	"desk":        each(voteIDs, whereDesk, seeDesk),
	"results":     each(resultIDs, whereResult, seeResult),
	"measures":    each(measureIDs, whereMeasure, seeMeasure),
	"offers":      each(measureIDs, whereOffers, seeOffers),
	"followups":   each(measureIDs, whereCare, seeFollowUp),
	"trails":      each(measureIDs, whereCare, seeTrail),
	"comments":    each(commentIDs, whereComment, seeComment),
	"rotations":   maybeThe(whereRotations, seeRotations),
	"members":     each(memberIDs, whereMember, seeMember),
	"asides":      each(ideaIDs, whereAside, seeAside),
	"checks":      each(checkIDs, whereCheck, seeCheck),
	"checklists":  each(checkIDs, whereCheck, seeChecklist),
	"marks":       each(seatIDs, whereMarks, seeMarks),
	"tasks":       each(taskIDs, whereTask, seeTask),
	"answer":      the(Follow, seeAnswer),
	"teams":       each(teamIDs, whereTeam, seeTeam),
	"willing":     maybeThe(whereWilling, seeWilling),
	"reply":       the(All, seeReply),
	"contact":     the(All, seeContact),
	"dates":       each(dateIDs, whereDate, seeDate),
	"grant":       maybeThe(whereGrant, seeGrant),
	"listing":     maybeThe(whereListing, seeListing),
	"spare":       maybeThe(whereSpare, seeSpare),
	"youth":       slow(maybeThe(whereYouth, seeYouth)),
	"letter":      maybeThe(whereLetter, seeLetter),
	"helpline":    maybeThe(whereHelpline, seeHelpline),
	"waits":       each(ideaIDs, whereWait, seeWait),
	"hidden":      each(ideaIDs, whereHidden, seeHidden),
}

// Where tells which layer an entity lives in now; the empty layer is nowhere.
func (s *State) Where(k Key) Layer {
	sh, ok := shows[k.Kind()]
	if !ok {
		return none
	}
	if sh.ids == nil {
		return s.veil(k.Kind(), sh.where(s, ""))
	}
	return s.veil(k.Kind(), sh.where(s, k.id()))
}

// See copies out what may be shown of an entity in a layer. ok is false when
// it does not live there. It is the only way out of the state.
func (s *State) See(l Layer, k Key) (view any, ok bool) {
	if l == none || s.Where(k) != l {
		return nil, false
	}
	return shows[k.Kind()].see(s, k.id()), true
}

// Keys lists every entity of one kind, shown or not, in a fixed order.
func (s *State) Keys(kind string) []Key {
	sh, ok := shows[kind]
	if !ok {
		return nil
	}
	if sh.ids == nil {
		return []Key{Key(kind)}
	}
	ids := sh.ids(s)
	keys := make([]Key, len(ids))
	for i, id := range ids {
		keys[i] = key(kind, id)
	}
	return keys
}

// Kinds lists what can be shown, in a fixed order.
func Kinds() []string {
	ks := make([]string, 0, len(shows))
	for k := range shows {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return ks
}

// Slow tells whether a key holds counts that travel as state: the latest wins,
// collected for up to 250 ms.
func Slow(k Key) bool { return shows[k.Kind()].slow }

// ViewTypes lists what is shown, by kind, for the generator of the front end's
// types.
func ViewTypes() map[string]reflect.Type {
	m := map[string]reflect.Type{}
	for k, sh := range shows {
		m[k] = sh.view
	}
	return m
}

func each[V any](ids func(*State) []string, where func(*State, string) Layer, see func(*State, string) V) show {
	return show{ids: ids, where: where, view: reflect.TypeFor[V](),
		see: func(s *State, id string) any { return see(s, id) }}
}

func the[V any](l Layer, see func(*State) V) show {
	return show{view: reflect.TypeFor[V](), see: func(s *State, _ string) any { return see(s) },
		where: func(s *State, _ string) Layer {
			if !s.born() {
				return none
			}
			return l
		}}
}

// maybeThe is the one and only of its kind, where there is one at all.
func maybeThe[V any](where func(*State, string) Layer, see func(*State, string) V) show {
	return show{where: where, view: reflect.TypeFor[V](), see: func(s *State, id string) any { return see(s, id) }}
}

func slow(sh show) show { sh.slow = true; return sh }

// sorted gives the ids of a map in order.
func sorted[V any](m map[string]V) []string {
	ids := make([]string, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	return ids
}

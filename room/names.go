package room

import "reflect"

// What things are called on the wire (commands) and on disk (events). A name
// on disk is for ever.

type commandName struct {
	read  func([]byte) (Command, error)
	typ   reflect.Type
	house bool // only our own code may ask this
}

var commands = map[string]commandName{
	"meeting.create":   houseCommand[CreateMeeting](),
	"seat.join":        houseCommand[JoinSeat](),
	"vote.count":       houseCommand[CountVote](),
	"report.finish":    houseCommand[FinishReport](),
	"vote.end":         houseCommand[EndVote](),
	"meeting.describe": command[DescribeMeeting](),
	"meeting.out_by":   command[SetOutBy](),
	"agenda.fit":       command[FitAgenda](),
	"meeting.lock":     command[LockMeeting](),
	"meeting.end":      command[EndMeeting](),
	"link.rotate":      command[RotateLink](),
	"seat.present":     command[PresentSeat](),
	"seat.hand":        command[RaiseHand](),
	"seat.scribe":      command[BeScribe](),
	"seat.leave":       command[LeaveSeat](),
	"seat.back":        command[ReturnSeat](),
	"seat.place":       command[PlaceSeat](),
	"seat.remove":      command[RemoveSeat](),
	"seat.heads":       command[SetHeads](),
	"seat.invite":      command[InviteSeat](),
	"seat.pair":        command[PairSeat](),
	"seat.part":        command[PartSeat](),
	"seat.ask_swap":    command[AskSwap](),
	"seat.swap":        command[SwapSeat](),
	"seats.tie":        command[TieSeats](),
	"groups.make":      command[MakeGroups](),
	"group.send":       command[SendGroup](),
	"agenda.next":      command[NextStep](),
	"agenda.back":      command[PreviousStep](),
	"agenda.go":        command[GoToStep](),
	"step.retime":      command[RetimeStep](),
	"step.insert":      command[InsertStep](),
	"step.move":        command[MoveStep](),
	"step.remove":      command[RemoveStep](),
	"step.write":       command[WriteStep](),
	"place.add":        command[AddPlace](),
	"slip.type":        command[TypeSlip](),
	"timer.add":        command[AddTime](),
	"timer.pause":      command[PauseTimer](),
	"timer.resume":     command[ResumeTimer](),
	"idea.post":        command[PostIdea](),
	"idea.edit":        command[EditIdea](),
	"idea.withdraw":    command[WithdrawIdea](),
	"idea.share":       command[ShareIdea](),
	"idea.keep":        command[KeepIdea](),
	"idea.sign":        command[SignIdea](),
	"idea.aside":       command[SetIdeaAside](),
	"idea.redact":      command[RedactIdea](),
	"idea.move":        command[MoveIdea](),
	"idea.split":       command[SplitIdea](),
	"cluster.join":     command[JoinClusters](),
	"cluster.rename":   command[RenameCluster](),
	"cluster.number":   command[NumberClusters](),
	"vote.open":        command[OpenVote](),
	"vote.close":       command[CloseVote](),
	"vote.cancel":      command[CancelVote](),
	"vote.preview":     command[PreviewVote](),
	"vote.hands":       command[RaiseHands](),
	"ballot.cast":      command[CastBallot](),
	"measure.make":     command[MakeMeasure](),
	"measure.set":      command[SetMeasure](),
	"measure.pass":     command[PassMeasure](),
	"measure.offer":    command[OfferMeasure](),
	"deck.adopt":       command[AdoptDeck](),
	"card.draw":        command[DrawCard](),
	"card.deal":        command[DealHand](),
	"card.pick":        command[PickCard](),
	"card.close":       command[ClosePick](),
	"card.count":       houseCommand[CountPick](),
	"card.choose":      command[ChooseCard](),
	"idea.plan":        command[PlanIdea](),
	"idea.same":        command[MarkSame](),
	"table.call":       command[CallTable](),
	"tables.order":     command[OrderTables](),
	"board.show":       command[ShowOnBoard](),
	"decision.write":   command[WriteDecision](),
	"goodbye.say":      command[SayGoodbye](),
	"poster.hang":      command[HangPoster](),
	"poster.take":      command[TakePoster](),
	"poster.release":   command[ReleasePoster](),
	"poster.redact":    command[RedactPoster](),
	"book.join":        command[JoinBook](),
	"book.leave":       command[LeaveBook](),
	"book.drop":        command[DropFromBook](),
	"check.open":       command[OpenCheck](),
	"check.mark":       command[MarkCheck](),
	"check.show":       command[ShowCheck](),
	"check.agree":      command[AgreeCheck](),
	"act.undo":         command[UndoAct](),
	"status.age":       houseCommand[AgeStatus](),
	"status.say":       houseCommand[SayStatus](),
	"task.raise":       houseCommand[RaiseTask](),
	"address.leave":    command[LeaveAddress](),
	"address.confirm":  houseCommand[ConfirmAddress](),
	"letters.stop":     houseCommand[StopLetters](),
	"login.ask":        houseCommand[AskLogin](),
	"login.use":        houseCommand[UseLogin](),
	"status.ask":       houseCommand[AskStatus](),
	"data.erase":       houseCommand[EraseData](),
	"log.scrub":        houseCommand[ScrubLog](),
	"status.set":       command[SetStatus](),
	"status.confirm":   command[ConfirmStatus](),
	"status.redact":    command[RedactStatus](),
	"measure.edit":     command[EditMeasure](),
	"measure.take":     command[TakeUp](),
	"part.set":         command[SetPart](),
	"milestone.set":    command[SetMilestone](),
	"number.set":       command[SetCount](),
	"comment.write":    command[WriteComment](),
	"comment.redact":   command[RedactComment](),
	"member.present":   command[PresentMember](),
	"role.hand":        command[HandOver](),
	"tap.make":         command[MakeTap](),
	"task.finish":      command[FinishTask](),
	"answer.promise":   command[PromiseAnswer](),
	"answer.write":     command[WriteAnswer](),
	"answer.publish":   command[PublishAnswer](),
	"answer.redact":    command[RedactAnswer](),
	"answer.ask":       command[AskToBeTold](),
	"contact.set":      command[SetContact](),
	"youth.publish":    command[PublishYouth](),
	"letter.write":     command[WriteLetter](),
	"letter.redact":    command[RedactLetter](),
	"helpline.set":     command[SetHelpline](),
	"idea.hide":        command[HideIdea](),
	"idea.release":     command[ReleaseIdea](),
	"posting.pause":    command[PausePosting](),
	"meeting.moderate": command[ModerateMeeting](),
	"table.away":       command[TakeAway](),
	"hall.check":       command[CheckHall](),
	"hall.report":      houseCommand[ReportHall](),
	"rehearsal.happen": houseCommand[HappenRehearsal](),
}

var events = map[string]func([]byte) (Event, error){
	"meeting.created":    readEvent[MeetingCreated],
	"meeting.described":  readEvent[MeetingDescribed],
	"meeting.out_by_set": readEvent[OutBySet],
	"meeting.locked":     readEvent[MeetingLocked],
	"meeting.ended":      readEvent[MeetingEnded],
	"link.rotated":       readEvent[LinkRotated],
	"seat.joined":        readEvent[SeatJoined],
	"seat.presented":     readEvent[SeatPresented],
	"seat.hand_raised":   readEvent[HandRaised],
	"seat.scribe_set":    readEvent[ScribeSet],
	"seat.left":          readEvent[SeatLeft],
	"seat.returned":      readEvent[SeatReturned],
	"seat.placed":        readEvent[SeatPlaced],
	"seat.removed":       readEvent[SeatRemoved],
	"seat.heads_set":     readEvent[HeadsSet],
	"seat.invited":       readEvent[SeatInvited],
	"seats.tied":         readEvent[SeatsTied],
	"seat.swap_asked":    readEvent[SwapAsked],
	"seat.swapped":       readEvent[SeatSwapped],
	"groups.made":        readEvent[GroupsMade],
	"group.sent":         readEvent[GroupSent],
	"step.entered":       readEvent[StepEntered],
	"agenda.set":         readEvent[AgendaSet],
	"step.retimed":       readEvent[StepRetimed],
	"timer.set":          readEvent[TimerSet],
	"idea.posted":        readEvent[IdeaPosted],
	"idea.edited":        readEvent[IdeaEdited],
	"idea.withdrawn":     readEvent[IdeaWithdrawn],
	"idea.shared":        readEvent[IdeaShared],
	"idea.sorted":        readEvent[IdeaSorted],
	"idea.signed":        readEvent[IdeaSigned],
	"idea.redacted":      readEvent[IdeaRedacted],
	"idea.moved":         readEvent[IdeaMoved],
	"cluster.joined":     readEvent[ClusterJoined],
	"cluster.renamed":    readEvent[ClusterRenamed],
	"clusters.numbered":  readEvent[ClustersNumbered],
	"cluster.restored":   readEvent[ClusterRestored],
	"vote.opened":        readEvent[VoteOpened],
	"vote.shut":          readEvent[VoteShut],
	"vote.previewed":     readEvent[VotePreviewed],
	"vote.closed":        readEvent[VoteClosed],
	"vote.counted":       readEvent[VoteCounted],
	"vote.cancelled":     readEvent[VoteCancelled],
	"vote.hands_counted": readEvent[HandsCounted],
	"ballot.cast":        readEvent[BallotCast],
	"ballot.withdrawn":   readEvent[BallotWithdrawn],
	"measure.made":       readEvent[MeasureMade],
	"measure.set":        readEvent[MeasureSet],
	"measure.passed":     readEvent[MeasurePassed],
	"measure.offered":    readEvent[MeasureOffered],
	"deck.adopted":       readEvent[DeckAdopted],
	"card.taken":         readEvent[CardTaken],
	"pick.opened":        readEvent[PickOpened],
	"card.picked":        readEvent[CardPicked],
	"pick.closed":        readEvent[PickClosed],
	"pick.counted":       readEvent[PickCounted],
	"pick.dropped":       readEvent[PickDropped],
	"idea.planned":       readEvent[IdeaPlanned],
	"idea.same_marked":   readEvent[SameMarked],
	"table.called":       readEvent[TableCalled],
	"tables.ordered":     readEvent[TablesOrdered],
	"board.shown":        readEvent[BoardShown],
	"decision.written":   readEvent[DecisionWritten],
	"goodbye.said":       readEvent[GoodbyeSaid],
	"poster.hung":        readEvent[PosterHung],
	"poster.taken":       readEvent[PosterTaken],
	"poster.released":    readEvent[PosterReleased],
	"book.joined":        readEvent[BookJoined],
	"book.left":          readEvent[BookLeft],
	"report.finished":    readEvent[ReportFinished],
	"check.opened":       readEvent[CheckOpened],
	"check.marked":       readEvent[CheckMarked],
	"check.shown":        readEvent[CheckShown],
	"check.agreed":       readEvent[CheckAgreed],
	"act.undone":         readEvent[ActUndone],
	"status.set":         readEvent[StatusSet],
	"status.redacted":    readEvent[StatusRedacted],
	"status.aged":        readEvent[StatusAged],
	"measure.edited":     readEvent[MeasureEdited],
	"part.set":           readEvent[PartSet],
	"milestone.set":      readEvent[MilestoneSet],
	"number.set":         readEvent[CountSet],
	"comment.written":    readEvent[CommentWritten],
	"comment.redacted":   readEvent[CommentRedacted],
	"member.presented":   readEvent[MemberPresented],
	"role.handed":        readEvent[RoleHanded],
	"tap.made":           readEvent[TapMade],
	"task.raised":        readEvent[TaskRaised],
	"data.erased":        readEvent[DataErased],
	"log.scrubbed":       readEvent[LogScrubbed],
	"task.finished":      readEvent[TaskFinished],
	"answer.promised":    readEvent[AnswerPromised],
	"answer.written":     readEvent[AnswerWritten],
	"answer.published":   readEvent[AnswerPublished],
	"answer.redacted":    readEvent[AnswerRedacted],
	"contact.set":        readEvent[ContactSet],
	"youth.begun":        readEvent[YouthBegun],
	"youth.led":          readEvent[YouthLed],
	"youth.published":    readEvent[YouthPublished],
	"link.spent":         readEvent[LinkSpent],
	"letter.written":     readEvent[LetterWritten],
	"letter.redacted":    readEvent[LetterRedacted],
	"helpline.set":       readEvent[HelplineSet],
	"idea.reasoned":      readEvent[IdeaReasoned],
	"address.left":       readEvent[AddressLeft],
	"address.confirmed":  readEvent[AddressConfirmed],
	"address.dropped":    readEvent[AddressDropped],
	"login.asked":        readEvent[LoginAsked],
	"login.used":         readEvent[LoginUsed],
	"status.asked":       readEvent[StatusAsked],
	"subscriber.added":   readEvent[SubscriberAdded],
	"subscriber.dropped": readEvent[SubscriberDropped],
	"idea.held":          readEvent[IdeaHeld],
	"idea.released":      readEvent[IdeaReleased],
	"posting.paused":     readEvent[PostingPaused],
	"meeting.moderated":  readEvent[MeetingModerated],
	"table.away_set":     readEvent[AwaySet],
	"hall.checking":      readEvent[HallChecking],
	"hall.reported":      readEvent[HallReported],
	"rehearsal.happened": readEvent[RehearsalHappened],
}

// kinds is events the other way round.
var kinds = func() map[reflect.Type]string {
	m := make(map[reflect.Type]string, len(events))
	for name, read := range events {
		e, err := read([]byte("{}"))
		if err != nil {
			panic("event " + name + " does not read {}: " + err.Error())
		}
		m[reflect.TypeOf(e)] = name
	}
	return m
}()

func command[C Command]() commandName {
	return commandName{read: readCommand[C], typ: reflect.TypeFor[C]()}
}

func houseCommand[C Command]() commandName {
	n := command[C]()
	n.house = true
	return n
}

// CommandTypes lists what a client may send, by wire name, for the generator
// of the front end's types and for the protocol page.
func CommandTypes() map[string]reflect.Type {
	m := map[string]reflect.Type{}
	for name, c := range commands {
		if !c.house {
			m[name] = c.typ
		}
	}
	return m
}

// EventKinds lists the names on disk.
func EventKinds() []string {
	var ks []string
	for k := range events {
		ks = append(ks, k)
	}
	return ks
}

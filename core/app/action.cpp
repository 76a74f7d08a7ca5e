#include "app/action.h"

#include <utility>

namespace vagval {

template <class Alternative>
Action::Action(Alternative alternative) : AnyAction(std::in_place_type<Alternative>, std::move(alternative)) {}
Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

// Every alternative once: one that is missing here does not link.
template Action::Action(GoTo);
template Action::Action(OpenPerson);
template Action::Action(OpenQuestion);
template Action::Action(OpenItem);
template Action::Action(SayBack);
template Action::Action(TurnWays);
template Action::Action(ToggleOpen);
template Action::Action(OpenMenu);
template Action::Action(ChooseLanguage);
template Action::Action(ChooseAppearance);
template Action::Action(ChooseTextSize);
template Action::Action(ChooseDigits);
template Action::Action(ChooseBeside);
template Action::Action(VoicesAre);
template Action::Action(ReadAloud);
template Action::Action(ReadingEnded);
template Action::Action(PageIs);
template Action::Action(TurnPage);
template Action::Action(DismissDraft);
template Action::Action(TodayIs);
template Action::Action(AddPerson);
template Action::Action(RemovePerson);
template Action::Action(SetAnswer);
template Action::Action(SetAnswerForAll);
template Action::Action(SetValue);
template Action::Action(AddEntry);
template Action::Action(RemoveEntry);
template Action::Action(EditField);
template Action::Action(CommitField);
template Action::Action(UndoLast);
template Action::Action(RedoLast);
template Action::Action(StartNewPlan);
template Action::Action(OpenExample);
template Action::Action(AskForFile);
template Action::Action(FileOpened);
template Action::Action(FileNotOpened);
template Action::Action(Save);
template Action::Action(Saved);
template Action::Action(SaveFailed);
template Action::Action(DismissMessage);
template Action::Action(UsePassphrase);
template Action::Action(StopStretching);
template Action::Action(StretchedTo);
template Action::Action(KeyMade);
template Action::Action(Unsealed);
template Action::Action(NotUnsealed);
template Action::Action(LeaveLocked);
template Action::Action(SavePlain);
template Action::Action(KeepSealed);
template Action::Action(KeepPlain);
template Action::Action(StopKeeping);
template Action::Action(DeviceIs);
template Action::Action(DeviceUnread);
template Action::Action(OpenKept);
template Action::Action(KeptIs);
template Action::Action(KeptElsewhere);
template Action::Action(KeepMine);
template Action::Action(KeepFailed);
template Action::Action(LookAtDevice);
template Action::Action(EraseDevice);
template Action::Action(NewerProgram);
template Action::Action(UseNewer);
template Action::Action(Leave);
template Action::Action(Cover);
template Action::Action(ChooseCover);
template Action::Action(ShowPictures);
template Action::Action(SealedForPictures);
template Action::Action(TurnPicture);
template Action::Action(RunPictures);
template Action::Action(HidePictures);
template Action::Action(CameraThere);
template Action::Action(ReadPictures);
template Action::Action(CameraIs);
template Action::Action(PictureRead);
template Action::Action(ReadAgain);
template Action::Action(AgreeTogether);
template Action::Action(ShowTopic);
template Action::Action(OpenOther);
template Action::Action(CloseOther);
template Action::Action(HideValues);
template Action::Action(Reveal);
template Action::Action(OneAtATime);
template Action::Action(ShowPart);
template Action::Action(RingPointer);
template Action::Action(AgreeCopy);
template Action::Action(SaveCopy);
template Action::Action(HandOver);
template Action::Action(Taken);
template Action::Action(ChooseOutput);
template Action::Action(IncludePart);
template Action::Action(CallDaysByName);
template Action::Action(TakeAlong);
template Action::Action(UseRules);
template Action::Action(LeaveRules);
template Action::Action(AskForGivenFiles);
template Action::Action(FileGiven);
template Action::Action(FileNotGiven);
template Action::Action(ForgetGiven);
template Action::Action(SaveFirst);
template Action::Action(GoOnWithout);
template Action::Action(StayHere);
template Action::Action(CloseProgram);
template Action::Action(GoOnWithCopy);
template Action::Action(OpenBefore);
template Action::Action(GoBack);
template Action::Action(GoForward);
template Action::Action(BrowserLetters);

}  // namespace vagval

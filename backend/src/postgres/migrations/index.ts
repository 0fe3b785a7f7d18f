import type { MigrationInterface } from 'typeorm';
import { CreateRecords1795435200000 } from './1795435200000-create-records.ts';
import { CreateBoard1795435260000 } from './1795435260000-create-board.ts';
import { CreateAccounts1795435320000 } from './1795435320000-create-accounts.ts';
import { CreateEventLog1795435380000 } from './1795435380000-create-event-log.ts';
import { FollowChanges1795521600000 } from './1795521600000-follow-changes.ts';
import { AddModelChecksum1795651200000 } from './1795651200000-add-model-checksum.ts';
import { CreateScoreOutbox1795654800000 } from './1795654800000-create-score-outbox.ts';
import { CreateScoreExplanation1795737600000 } from './1795737600000-create-score-explanation.ts';
import { CreateShadowScore1795741200000 } from './1795741200000-create-shadow-score.ts';
import { CreateDrift1795744800000 } from './1795744800000-create-drift.ts';
import { AddFingerprint1795748400000 } from './1795748400000-add-fingerprint.ts';
import { CreatePeople1795827600000 } from './1795827600000-create-people.ts';
import { AddEscalation1795838400000 } from './1795838400000-add-escalation.ts';
import { CreateOnCall1795842000000 } from './1795842000000-create-on-call.ts';
import { CreateSettings1795845600000 } from './1795845600000-create-settings.ts';
import { CreateOutage1795849200000 } from './1795849200000-create-outage.ts';
import { AddTakeBack1795850000000 } from './1795850000000-add-take-back.ts';
import { CreateCanary1795856000000 } from './1795856000000-create-canary.ts';
import { CreateReview1795860000000 } from './1795860000000-create-review.ts';
import { CreateReviewProposal1795861000000 } from './1795861000000-create-review-proposal.ts';
import { AddCalendarUid1795862000000 } from './1795862000000-add-calendar-uid.ts';
import { AddRotaHours1795862100000 } from './1795862100000-add-rota-hours.ts';
import { CreatePreference1795863000000 } from './1795863000000-create-preference.ts';
import { CreateAlertVersion1795864000000 } from './1795864000000-create-alert-version.ts';
import { CreateShownWard1795865000000 } from './1795865000000-create-shown-ward.ts';
import { CreateReviewReport1795866000000 } from './1795866000000-create-review-report.ts';
import { AddAlertHolderAccount1795867000000 } from './1795867000000-add-alert-holder-account.ts';
import { AddTestAlertNotice1795868100000 } from './1795868100000-add-test-alert-notice.ts';
import { AddTransitionByClock1795868200000 } from './1795868200000-add-transition-by-clock.ts';
import { CreateNoticeSeen1795868340000 } from './1795868340000-create-notice-seen.ts';
import { CreateReviewProgress1795869000000 } from './1795869000000-create-review-progress.ts';
import { AddTransitionAccount1795871000000 } from './1795871000000-add-transition-account.ts';
import { AddPatientMovedAt1795872000000 } from './1795872000000-add-patient-moved-at.ts';
import { CreateAdjudication1795874000000 } from './1795874000000-create-adjudication.ts';
import { NamePeopleCalledSystem1795873000000 } from './1795873000000-name-people-called-system.ts';

/** In the order they were made. */
export const migrations: (new () => MigrationInterface)[] = [
  CreateRecords1795435200000,
  CreateBoard1795435260000,
  CreateAccounts1795435320000,
  CreateEventLog1795435380000,
  FollowChanges1795521600000,
  AddModelChecksum1795651200000,
  CreateScoreOutbox1795654800000,
  CreateScoreExplanation1795737600000,
  CreateShadowScore1795741200000,
  CreateDrift1795744800000,
  AddFingerprint1795748400000,
  CreatePeople1795827600000,
  AddEscalation1795838400000,
  CreateOnCall1795842000000,
  CreateSettings1795845600000,
  CreateOutage1795849200000,
  AddTakeBack1795850000000,
  CreateCanary1795856000000,
  CreateReview1795860000000,
  CreateReviewProposal1795861000000,
  AddCalendarUid1795862000000,
  AddRotaHours1795862100000,
  CreatePreference1795863000000,
  CreateAlertVersion1795864000000,
  CreateShownWard1795865000000,
  CreateReviewReport1795866000000,
  AddAlertHolderAccount1795867000000,
  AddTestAlertNotice1795868100000,
  AddTransitionByClock1795868200000,
  CreateNoticeSeen1795868340000,
  CreateReviewProgress1795869000000,
  AddTransitionAccount1795871000000,
  AddPatientMovedAt1795872000000,
  NamePeopleCalledSystem1795873000000,
  CreateAdjudication1795874000000,
];

import { actionOwnerAndDue } from './action-owner-and-due.ts'
import { agendaTimeBudget } from './agenda-time-budget.ts'
import { attendeesListed } from './attendees-listed.ts'
import { channelPolicy } from './channel-policy.ts'
import { chartedData } from './charted-data.ts'
import { clearWording } from './clear-wording.ts'
import { definiteAction } from './definite-action.ts'
import { definitePurpose } from './definite-purpose.ts'
import { doubleBooking } from './double-booking.ts'
import { durationLimit } from './duration-limit.ts'
import { formalLanguage } from './formal-language.ts'
import { freshData } from './fresh-data.ts'
import { frontMatter } from './front-matter.ts'
import { humaneTime } from './humane-time.ts'
import { importantMultichannel } from './important-multichannel.ts'
import { materialsLinked } from './materials-linked.ts'
import { measurableOutcome } from './measurable-outcome.ts'
import { minutesComplete } from './minutes-complete.ts'
import { onlinePreflight } from './online-preflight.ts'
import { optionalReason } from './optional-reason.ts'
import { outsideAttendees } from './outside-attendees.ts'
import { reachableAttendees } from './reachable-attendees.ts'
import { readBeforeStated } from './read-before-stated.ts'
import { replyDeadline } from './reply-deadline.ts'
import { roomFits } from './room-fits.ts'
import type { Rule } from './rule.ts'
import { slideDensity } from './slide-density.ts'
import { specificTopic } from './specific-topic.ts'
import { whenAndWhere } from './when-and-where.ts'

/** Every rule, in the order of the clauses. */
export const RULES: readonly Rule[] = [
  frontMatter, specificTopic, definitePurpose, measurableOutcome, whenAndWhere, humaneTime, doubleBooking, roomFits,
  durationLimit, attendeesListed, optionalReason, outsideAttendees, materialsLinked, freshData, chartedData, slideDensity,
  onlinePreflight, agendaTimeBudget, channelPolicy, importantMultichannel, readBeforeStated, replyDeadline, minutesComplete,
  actionOwnerAndDue, definiteAction, clearWording, formalLanguage, reachableAttendees,
]

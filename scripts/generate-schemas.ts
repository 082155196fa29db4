/* Writes schemas/ from the tables that the readers use. With --check it only compares. */
import { RULES } from '../src/core/rules/index.ts'
import { configSchema } from '../src/core/schema/config-schema.ts'
import { meetingSchema } from '../src/core/schema/meeting-schema.ts'
import { keepGenerated } from './generated.ts'

keepGenerated('schemas/meeting.schema.json', `${JSON.stringify(meetingSchema(), undefined, 2)}\n`)
keepGenerated('schemas/convoke.schema.json', `${JSON.stringify(configSchema(RULES), undefined, 2)}\n`)

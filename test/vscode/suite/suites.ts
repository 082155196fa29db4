import './activation.suite.ts'
import './language.suite.ts'

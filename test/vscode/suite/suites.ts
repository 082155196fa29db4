import './activation.suite.ts'
import './language.suite.ts'
import './chinese.suite.ts'

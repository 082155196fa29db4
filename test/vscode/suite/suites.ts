import './activation.suite.ts'

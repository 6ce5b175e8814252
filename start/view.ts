import edge from 'edge.js'
import env from '#start/env'

edge.global('demo', env.get('KAOQU_DEMO', false))

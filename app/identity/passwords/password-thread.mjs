/**
 * The threads in which passwords are hashed and compared (`password-pool.server.ts`). Plain JavaScript, because they run from
 * the sources and from the build alike.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { setPriority } from 'node:os'
import bcrypt from 'bcryptjs'
import { md5Crypt } from './md5-crypt.mjs'

/** Salt and digest that belong to no password. */
const NOBODY = `${'C6UzMDM.H6dfI/f/IKcEe.'}${'5'.repeat(31)}`

// Pages go first. Elsewhere the priority would be the whole process's.
if (process.platform === 'linux') setPriority(10)

/** Below a hundred million guesses: somebody who tries the likely ones first gets there. */
const LEAST_SCORE = 3
/** What comes after makes no password easier, and takes time to read. */
const LONGEST_JUDGED = 64

let judge

/**
 * @param {{ task: 'judge', password: string, words: string[] } | { task: 'hash', password: string, pepper: string, cost: number }
 *   | { task: 'compare', password: string, pepper: string, cost: number, scheme: string | null, hash: string }} job
 */
export default function work(job) {
  switch (job.task) {
    case 'judge':
      return isEasilyGuessed(job)
    case 'hash':
      return bcrypt.hashSync(digest(job.password, job.pepper), job.cost)
    case 'compare':
      return compare(job)
  }
}

/** Whether a password is among those that are tried first: common ones, names, dates, keyboards, what belongs to its owner. */
async function isEasilyGuessed({ password, words }) {
  judge ??= await openJudge()
  return judge.check(password.normalize('NFKC').slice(0, LONGEST_JUDGED), words).score < LEAST_SCORE
}

/** Loaded by the first password that is chosen: its lists of words are large. */
async function openJudge() {
  const [{ ZxcvbnFactory }, common, french] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fr'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...french.dictionary },
    graphs: common.adjacencyGraphs,
  })
}

/**
 * bcrypt reads 72 bytes and ignores the rest, so it is given a digest of the whole password (64 characters). NFKC makes
 * an accent typed on two keyboards the same password.
 */
function digest(password, pepper) {
  return createHmac('sha384', pepper).update(password.normalize('NFKC')).digest('base64')
}

/** Takes as long for an old scheme, and for nobody's password, as for one of ours. */
function compare({ password, pepper, cost, scheme, hash }) {
  switch (scheme) {
    case 'bcrypt-sha384':
      return bcrypt.compareSync(digest(password, pepper), hash)
    case 'bcrypt': {
      const matches = bcrypt.compareSync(password, hash)
      for (let lower = bcrypt.getRounds(hash); lower < cost; lower++) passTime(lower)
      return matches
    }
    case 'md5-crypt':
      passTime(cost)
      return isSame(md5Crypt(password, hash.split('$')[2] ?? ''), hash)
    case 'md5':
      passTime(cost)
      return isSame(createHash('md5').update(password).digest('hex'), hash.toLowerCase())
    default:
      passTime(cost)
      return false
  }
}

function passTime(cost) {
  bcrypt.compareSync('', `$2b$${String(cost).padStart(2, '0')}$${NOBODY}`)
}

function isSame(made, stored) {
  const [one, other] = [made, stored].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(one, other)
}

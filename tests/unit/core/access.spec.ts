import { test } from '@japa/runner'
import {
  ACTIONS,
  may,
  ROLES,
  type Action,
  type Actor,
  type Role,
  type Subject,
  type Verdict,
} from '#app/core/access'

const dossier: Subject = {
  regionId: 'SC',
  candidateId: 'zhang',
  pointPath: ['county', 'chengdu'],
  stageRoles: ['point_reviewer'],
}
const region: Subject = { regionId: 'SC' }

const staff = (role: Role, regionId = 'SC', ...pointIds: string[]): Actor => ({
  kind: 'staff',
  id: 'staff',
  memberships: [{ regionId, role, pointIds }],
})
const candidate = (id: string): Actor => ({ kind: 'candidate', id })
const platform: Actor = { kind: 'platform', id: 'platform', memberships: [] }

const own = staff('point_reviewer', 'SC', 'chengdu')
const other = staff('point_reviewer', 'SC', 'nanchong')
const clerk = staff('regpoint_clerk', 'SC', 'county')

test.group('Access | table', () => {
  const table: [string, Actor, Action, Subject, Verdict][] = [
    ['a candidate sees his dossier', candidate('zhang'), 'dossier.view', dossier, 'allow'],
    ['a candidate submits his dossier', candidate('zhang'), 'dossier.submit', dossier, 'allow'],
    ['a candidate sees his images', candidate('zhang'), 'image.view', dossier, 'allow'],
    ['another candidate sees nothing', candidate('li'), 'dossier.view', dossier, 'hide'],
    ['another candidate sees no image', candidate('li'), 'image.view', dossier, 'hide'],
    ['a candidate does not decide', candidate('zhang'), 'dossier.decide', dossier, 'forbid'],
    ['a candidate has no queue', candidate('zhang'), 'queue.view', region, 'hide'],

    ['a point reviewer sees his point’s dossiers', own, 'dossier.view', dossier, 'allow'],
    ['a point reviewer claims at his stage', own, 'dossier.claim', dossier, 'allow'],
    ['another point’s reviewer gets a missing one', other, 'dossier.view', dossier, 'hide'],
    ['another point’s reviewer cannot decide', other, 'dossier.decide', dossier, 'hide'],
    [
      'another region’s reviewer gets a missing one',
      staff('region_reviewer', 'BJ'),
      'dossier.view',
      dossier,
      'hide',
    ],
    [
      'a point reviewer waits while the region reviews',
      own,
      'dossier.claim',
      { ...dossier, stageRoles: ['region_reviewer'] },
      'forbid',
    ],
    [
      'a region reviewer waits while the point reviews',
      staff('region_reviewer'),
      'dossier.claim',
      dossier,
      'forbid',
    ],
    [
      'a region reviewer decides at his stage',
      staff('region_reviewer'),
      'dossier.decide',
      { ...dossier, stageRoles: ['region_reviewer'] },
      'allow',
    ],
    [
      'a point’s administrator reviews as a point reviewer',
      staff('point_admin', 'SC', 'chengdu'),
      'dossier.decide',
      dossier,
      'allow',
    ],
    ['a reviewer does not submit for a candidate', own, 'dossier.submit', dossier, 'forbid'],
    ['a reviewer has a queue', own, 'queue.view', region, 'allow'],

    ['a clerk sees his registration point', clerk, 'dossier.view', dossier, 'allow'],
    [
      'a clerk does not see the exam point’s own dossiers',
      clerk,
      'dossier.view',
      { ...dossier, pointPath: ['chengdu'] },
      'hide',
    ],
    [
      'a clerk of the exam point does not reach below it',
      staff('regpoint_clerk', 'SC', 'chengdu'),
      'dossier.view',
      dossier,
      'hide',
    ],
    ['a clerk does not claim at the point’s stage', clerk, 'dossier.claim', dossier, 'forbid'],

    ['a lead takes over', staff('region_lead'), 'dossier.take_over', dossier, 'allow'],
    ['an administrator calls candidates', staff('region_admin'), 'dossier.call', dossier, 'allow'],
    ['an auditor calls nobody', staff('auditor'), 'dossier.call', dossier, 'forbid'],
    ['a lead decides what he took over', staff('region_lead'), 'dossier.decide', dossier, 'allow'],
    [
      'a lead does not claim at a point’s stage',
      staff('region_lead'),
      'dossier.claim',
      dossier,
      'forbid',
    ],
    ['a reviewer does not take over', own, 'dossier.take_over', dossier, 'forbid'],
    ['a lead confirms', staff('region_lead'), 'dossier.confirm', dossier, 'allow'],

    [
      'a region’s administrator configures',
      staff('region_admin'),
      'region.configure',
      region,
      'allow',
    ],
    [
      'a region’s administrator manages staff',
      staff('region_admin'),
      'region.staff',
      region,
      'allow',
    ],
    [
      'a region’s administrator does not decide',
      staff('region_admin'),
      'dossier.decide',
      dossier,
      'forbid',
    ],
    [
      'another region’s administrator does not see it',
      staff('region_admin', 'BJ'),
      'region.configure',
      region,
      'hide',
    ],
    [
      'a point’s administrator manages his point’s staff',
      staff('point_admin', 'SC', 'chengdu'),
      'point.staff',
      { regionId: 'SC', pointPath: ['chengdu'] },
      'allow',
    ],
    [
      'but not another point’s',
      staff('point_admin', 'SC', 'nanchong'),
      'point.staff',
      { regionId: 'SC', pointPath: ['chengdu'] },
      'hide',
    ],
    [
      'and not the region’s',
      staff('point_admin', 'SC', 'chengdu'),
      'region.staff',
      region,
      'forbid',
    ],

    ['an auditor reads dossiers', staff('auditor'), 'dossier.view', dossier, 'allow'],
    ['an auditor reads the audit trail', staff('auditor'), 'audit.view', region, 'allow'],
    ['an auditor changes nothing', staff('auditor'), 'dossier.edit', dossier, 'forbid'],
    ['an auditor configures nothing', staff('auditor'), 'region.configure', region, 'forbid'],

    ['the platform sees no images', platform, 'image.view', dossier, 'hide'],
    ['the platform sees no dossiers', platform, 'dossier.view', dossier, 'hide'],
    ['the platform keeps the list of regions', platform, 'platform.regions', {}, 'allow'],
    ['the platform does not configure a region', platform, 'region.configure', region, 'forbid'],
    [
      'the platform appoints a region’s first administrator',
      platform,
      'region.staff',
      region,
      'allow',
    ],
    [
      'a region’s administrator does not touch the catalog',
      staff('region_admin'),
      'platform.catalog',
      {},
      'hide',
    ],
    ['the clock may', { kind: 'system', id: 'clock' }, 'dossier.edit', dossier, 'allow'],
  ]
  for (const [title, actor, action, subject, verdict] of table) {
    test(title, ({ assert }) => assert.equal(may(actor, action, subject), verdict))
  }

  test('the platform sees images when a region gives it a role', ({ assert }) => {
    const both: Actor = {
      ...platform,
      memberships: [{ regionId: 'SC', role: 'region_reviewer', pointIds: [] }],
    }
    assert.equal(may(both, 'image.view', dossier), 'allow')
    assert.equal(may(both, 'image.view', { ...dossier, regionId: 'BJ' }), 'hide')
  })

  test('a person with roles in two regions has each where it belongs', ({ assert }) => {
    const both: Actor = {
      kind: 'staff',
      id: 'staff',
      memberships: [
        { regionId: 'SC', role: 'auditor', pointIds: [] },
        { regionId: 'BJ', role: 'region_admin', pointIds: [] },
      ],
    }
    assert.equal(may(both, 'region.configure', { regionId: 'SC' }), 'forbid')
    assert.equal(may(both, 'region.configure', { regionId: 'BJ' }), 'allow')
  })
})

test.group('Access | what holds for every action', () => {
  for (const action of ACTIONS) {
    test(`${action}: nobody of another region learns that the dossier exists`, ({ assert }) => {
      for (const role of ROLES) {
        assert.equal(may(staff(role, 'BJ', 'chengdu', 'county'), action, dossier), 'hide', role)
      }
    })
  }

  test('a membership that has lost its points sees nothing', ({ assert }) => {
    assert.equal(may(staff('point_reviewer', 'SC'), 'dossier.view', dossier), 'hide')
  })

  test('a dossier whose point is not given is hidden from point roles', ({ assert }) => {
    const { pointPath: _, ...unplaced } = dossier
    assert.equal(may(own, 'dossier.view', unplaced), 'hide')
  })
})

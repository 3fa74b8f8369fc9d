export { calledFor, completeness, fieldOf, fields, groups, isField, stageOrder, stages, type Completeness, type FieldKey, type Group, type ProfileValue, type Stage } from './matrix.ts';
export { checkStageRules, defaultStageRules, type StageCondition, type StageRules } from './stage-rules.ts';
export { changeStageRules, countStages, stageRulesOf } from './stages.ts';
export {
  defaultSceneGroups, groupOf, platformSources, sourceGroups, type FollowFacts, type Source, type SourceGroup, type SourceResolver,
} from './sources.ts';
export { resourceFollows } from './resource-follows.ts';
export { bindIdentity, link, mergeContacts, mergesOf, unmerge, type BindResult, type Merge } from './merge-contacts.ts';
export { PEOPLE_PROJECTION } from './people-lock.ts';
export { peopleProjection } from './projections.ts';
export { platformProfileFrom, recordPlatformProfiles, type PlatformProfile } from './record-platform-profile.ts';
export { readCsv } from './csv.ts';
export { contactPagesCsv } from './export-contacts.ts';
export { maskPhoneNumber, normalisePhone, phoneHash, shortName } from './phone.ts';
export { matrixOf, setProfile, type Matrix } from './profile.ts';
export { consentsOf, consentState, consentTexts, purposes, recordConsent, withdrawnAmong, withdrawnContactsSql, type ConsentEntry, type PurposeKey } from './consent.ts';
export { createTag, deleteTag, findTags, listTags, renameTag, syncTags, tagContacts, tagFollowers, type KnownTag, type Tag, type TagCarrier, type WechatTags } from './tags.ts';
export { wechatTagId } from './fold.ts';
export { eraseContact, openRightsRequest, rightsRequests, type ErasureReport } from './erase.ts';
export { exportPerson, type PersonExport } from './export-person.ts';
export { commitImport, importTemplate, previewImport, type ImportPreview } from './import-contacts.ts';
export { countContacts, listContacts, type ContactFilter, type ContactSummary } from './list-contacts.ts';
export type { ErasedRows, Eraser, Exporter, Forgetter, PeopleParts, PersonalRecords, Subject } from './parts.ts';
export { peopleRoutes, type PeopleRouteOptions } from './routes.ts';
export { contactChanges, contactCopies, contactsTable, copiedFields, fieldColumn, singleFields, warehouseContacts, type ContactChange, type ContactCopy } from './warehouse-contacts.ts';
export { followPeriodChanges, followPeriodsTable, pastFollowPeriodsTable, unchangedFollowPeriods, warehouseFollowPeriods, type FollowPeriodChange } from './warehouse-follow-periods.ts';
export { nameFor, Summary as ContactItem, withName } from './route-fields.ts';
export { startRetention } from './retention/forget.ts';
export { contactPage, type ContactPage } from './contact-page.ts';

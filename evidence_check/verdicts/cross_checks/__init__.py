"""Whether papers that count agree with each other, each rule by its name."""

from __future__ import annotations

from evidence_check.verdicts.cross_checks.complaints import complaints_settled_in_time, register_equals_report
from evidence_check.verdicts.cross_checks.desk import CrossCheck
from evidence_check.verdicts.cross_checks.people import complaint_head_in_team, people_on_staff_list
from evidence_check.verdicts.cross_checks.products import products_have_standards
from evidence_check.verdicts.cross_checks.promises import channels_agree, compensation_agrees
from evidence_check.verdicts.cross_checks.regulations import revoked_regulations
from evidence_check.verdicts.cross_checks.staff import staff_equals_workload, staff_list_adds_up, workload_adds_up
from evidence_check.verdicts.cross_checks.survey import survey_grade, survey_value

CROSS_CHECKS: dict[str, CrossCheck] = {
    "staff_list_adds_up": staff_list_adds_up,
    "workload_adds_up": workload_adds_up,
    "staff_equals_workload": staff_equals_workload,
    "survey_value": survey_value,
    "survey_grade": survey_grade,
    "complaints_settled_in_time": complaints_settled_in_time,
    "register_equals_report": register_equals_report,
    "people_on_staff_list": people_on_staff_list,
    "complaint_head_in_team": complaint_head_in_team,
    "products_have_standards": products_have_standards,
    "channels_agree": channels_agree,
    "compensation_agrees": compensation_agrees,
    "revoked_regulations": revoked_regulations,
}

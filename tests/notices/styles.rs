//! Styles of notices that agencies use, each with an invented system: what is asked of whom, in whose words.

use docket::notices::{self, SystemText};

fn system(name: &str, sections: &[(&str, &str)]) -> SystemText {
    let mut text = format!(
        "AGENCY: Lighthouse Service.\n\nSYSTEM NAME AND NUMBER: {name}\n\nSYSTEM LOCATION: On the rocks.\n\nSTORAGE: Paper.\n\n"
    );
    for (heading, words) in sections {
        text.push_str(&format!("{heading}:\n\n{words}\n\n"));
    }
    text.push_str("HISTORY:\n\nNone.\n");
    let read = notices::read_text("style.txt", &text).expect("read");
    assert_eq!(read.systems.len(), 1);
    read.systems[0].clone()
}

const MANAGER: (&str, &str) =
    ("SYSTEM MANAGER(S)", "Chief, Lamp Branch, Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101.");

fn procedures(notification: &str, access: &str, contest: &str) -> SystemText {
    system(
        "LHS-1, Lamps",
        &[
            MANAGER,
            ("NOTIFICATION PROCEDURES", notification),
            ("RECORD ACCESS PROCEDURES", access),
            ("CONTESTING RECORD PROCEDURES", contest),
        ],
    )
}

#[test]
fn a_manager_may_stand_in_a_sentence_or_in_lines() {
    for words in [
        "The system manager is the Chief, Lamp Branch. The business address is: Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101.",
        "Chief, Lamp Branch, Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101. Telephone: (202) 555-0111.",
        "Chief, Lamp Branch\nLighthouse Service\n12 Nowhere Quay\nPortland, ME 04101",
        "For records of lamps: Chief, Lamp Branch, Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101, lamps@example.org.",
    ] {
        let system = system("LHS-1, Lamps", &[("SYSTEM MANAGER(S) AND ADDRESS", words)]);
        assert_eq!(system.managers.len(), 1, "{words}: {:?}", system.managers);
        assert_eq!(system.managers[0].title, "Chief, Lamp Branch", "{words}");
        assert_eq!(
            system.managers[0].address, "Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101",
            "{words}"
        );
    }
}

#[test]
fn an_agency_within_an_agency_opens_the_address() {
    for (words, title, address) in [
        (
            "Director, Buoy Division (10B2), Department of the Interior, 18 Nowhere Street NW, Washington, DC 20240.",
            "Director, Buoy Division (10B2)",
            "Department of the Interior, 18 Nowhere Street NW, Washington, DC 20240",
        ),
        (
            "Assistant Director, Office of Field Service, U.S. Lamps and Lenses Enforcement, 5 Nowhere Street SW, Washington, DC 20536.",
            "Assistant Director, Office of Field Service",
            "U.S. Lamps and Lenses Enforcement, 5 Nowhere Street SW, Washington, DC 20536",
        ),
        (
            "Chief Privacy Officer, Lamps and Exchange Commission, Washington, D.C. 20528-0655.",
            "Chief Privacy Officer",
            "Lamps and Exchange Commission, Washington, D.C. 20528-0655",
        ),
        (
            "Human Resources Officer, P.O. Box 77, Portland, ME 04101, telephone (202) 555-0113.",
            "Human Resources Officer",
            "P.O. Box 77, Portland, ME 04101",
        ),
    ] {
        let system = system("LHS-1, Lamps", &[("SYSTEM MANAGER(S)", words)]);
        let found: Vec<_> = system
            .managers
            .iter()
            .map(|manager| (manager.title.as_str(), manager.address.as_str()))
            .collect();
        assert_eq!(found, [(title, address)], "{words}");
    }
}

#[test]
fn an_exempt_system_still_names_where_to_write() {
    let system = procedures(
        "The Secretary has exempted this system from notification. However, individuals seeking notification may submit a request in writing \
         to the Chief Privacy Officer, Lighthouse Service, Washington, D.C. 20528-0655. You must provide your full name, current address, and \
         date and place of birth. You must sign your request, and your signature must either be notarized or submitted under 28 U.S.C. 1746.",
        "See Notification procedures.",
        "See Notification procedures.",
    );
    assert_eq!(system.notification.len(), 1, "{:?}", system.notification);
    assert_eq!(system.notification[0].office, "Chief Privacy Officer");
    assert_eq!(system.notification[0].address, "Lighthouse Service, Washington, D.C. 20528-0655");
    assert_eq!(
        system.notification[0].particulars,
        [
            "full name",
            "current address",
            "date and place of birth",
            "signature",
            "notarized statement or unsworn declaration under 28 U.S.C. 1746"
        ]
    );
}

#[test]
fn two_managers_are_two() {
    let system = system(
        "LHS-1, Lamps",
        &[(
            "SYSTEM MANAGER(S) AND ADDRESS",
            "Chief, Lamp Branch, 12 Nowhere Quay, Portland, ME 04101; and Chief, Horn Branch, 14 Nowhere Quay, Portland, ME 04101.",
        )],
    );
    assert_eq!(
        system.managers.iter().map(|manager| manager.title.as_str()).collect::<Vec<_>>(),
        ["Chief, Lamp Branch", "Chief, Horn Branch"]
    );
}

#[test]
fn every_way_to_name_the_manager_leads_to_his_address() {
    for notification in [
        "Contact the system manager.",
        "Individuals may write to the System Manager at the above address, giving their full name and date of birth.",
        "Address inquiries to the system manager (address above).",
        "An individual requesting notification should send a signed, written inquiry to the System Manager identified above.",
        "Inquiries should be addressed to the Chief, Lamp Branch.",
    ] {
        let system = procedures(notification, "Same as notification procedures.", "Same as above.");
        assert_eq!(system.notification.len(), 1, "{notification}: {:?}", system.notification);
        assert_eq!(system.notification[0].office, "Chief, Lamp Branch", "{notification}");
        assert!(system.notification[0].address.ends_with("Portland, ME 04101"), "{notification}");
    }
}

#[test]
fn another_officer_than_the_manager_is_named_with_his_address() {
    for (notification, office) in [
        (
            "Individuals seeking to determine whether this system contains information about themselves should address written inquiries to the Chief, Privacy Office, Lighthouse Service, 16 Nowhere Quay, Portland, ME 04101.",
            "Chief, Privacy Office",
        ),
        (
            "Requests must be in writing and should be addressed to: Privacy Act Officer, Lighthouse Service, 16 Nowhere Quay, Portland, ME 04101, and must be signed.",
            "Privacy Act Officer",
        ),
        (
            "Individuals may submit a request in writing to the Disclosure Officer, 16 Nowhere Quay, Portland, ME 04101, whose telephone number is (202) 555-0112.",
            "Disclosure Officer",
        ),
    ] {
        let system = procedures(notification, "See Notification procedures.", "See Notification procedures.");
        assert_eq!(system.notification.len(), 1, "{notification}: {:?}", system.notification);
        assert_eq!(system.notification[0].office, office, "{notification}");
        assert!(
            system.notification[0].address.ends_with("16 Nowhere Quay, Portland, ME 04101"),
            "{:?}",
            system.notification
        );
    }
}

#[test]
fn particulars_are_understood_from_lists_and_sentences() {
    for (words, wanted) in [
        (
            "Individuals must furnish the following information for their records to be located and identified: a. Full name. b. Date of birth. c. Social Security number.",
            vec!["Full name", "Date of birth", "Social Security number"],
        ),
        (
            "Requests should contain the individual's full name, lighthouse, and date of service.",
            vec!["full name", "lighthouse", "date of service"],
        ),
        (
            "At a minimum, the individual must include: full name; date and place of birth; current mailing address; and signature.",
            vec!["full name", "date and place of birth", "current mailing address", "signature"],
        ),
        (
            "Signed, written requests should contain the employee's full name and lighthouse number.",
            vec!["full name", "lighthouse number", "signature"],
        ),
        (
            "Keepers must provide:\n\n1. Full name;\n\n2. Name of the lighthouse; and\n\n3. Years of service.",
            vec!["Full name", "Name of the lighthouse", "Years of service"],
        ),
    ] {
        let system = procedures(&format!("Write to the system manager.\n\n{words}"), "Same.", "Same.");
        assert_eq!(system.notification.len(), 1, "{words}: {:?}", system.notification);
        let mut found: Vec<_> = system.notification[0].particulars.clone();
        found.sort_by_key(|one| wanted.iter().position(|other| other == one));
        assert_eq!(found, wanted, "{words}");
    }
}

#[test]
fn a_section_that_points_takes_what_it_points_to() {
    let access = "Write to the system manager and give your name, under 33 CFR part 199.";
    let system =
        procedures("See Record Access Procedures above.", access, "See Record Access Procedures above.");
    assert_eq!(system.notification[0].office, "Chief, Lamp Branch");
    assert_eq!(system.access_cites, ["33 CFR part 199"]);
    assert_eq!(system.contest_cites, ["33 CFR part 199"]);
    let system = procedures("Write to the system manager.", access, "Same as above.");
    assert_eq!(system.contest_cites, ["33 CFR part 199"]);
}

#[test]
fn one_heading_may_hold_two_procedures() {
    let system = system(
        "LHS-1, Lamps",
        &[
            MANAGER,
            (
                "NOTIFICATION AND RECORD ACCESS PROCEDURES",
                "Write to the system manager, under 33 CFR part 199.",
            ),
            ("CONTESTING RECORD PROCEDURES", "See 33 CFR part 200."),
        ],
    );
    assert_eq!(system.notification[0].office, "Chief, Lamp Branch");
    assert_eq!(system.access_cites, ["33 CFR part 199"]);
    assert!(system.section("notification_procedure").is_some());
    let system = self::system(
        "LHS-1, Lamps",
        &[
            MANAGER,
            ("NOTIFICATION PROCEDURES", "Write to the system manager."),
            ("RECORD ACCESS AND AMENDMENT PROCEDURES", "See 33 CFR part 200."),
        ],
    );
    assert_eq!(
        (system.access_cites, system.contest_cites),
        (vec!["33 CFR part 200".to_owned()], vec!["33 CFR part 200".to_owned()])
    );
}

#[test]
fn a_regulation_alone_is_no_office_and_that_is_said() {
    let system = procedures("See 33 CFR part 199.", "See 33 CFR part 199.", "See 33 CFR part 199.");
    assert!(system.notification.is_empty());
    assert!(
        system.not_understood.iter().any(|said| said.starts_with("Notification procedure")),
        "{:?}",
        system.not_understood
    );
}

#[test]
fn retrieval_is_understood_in_every_phrase() {
    for (words, wanted) in [
        ("Records are retrieved by name or Social Security number.", vec!["name", "Social Security number"]),
        ("By name, SSN, and/or badge number.", vec!["name", "SSN", "badge number"]),
        (
            "Information is retrievable by keeper's name, or by lighthouse code.",
            vec!["keeper's name", "lighthouse code"],
        ),
        (
            "Records may be retrieved by any of the following: name; date of birth; or case number.",
            vec!["name", "date of birth", "case number"],
        ),
        ("Indexed alphabetically by name.", vec!["name"]),
    ] {
        let system = system("LHS-1, Lamps", &[MANAGER, ("RETRIEVABILITY", words)]);
        assert_eq!(system.retrieval_identifiers, wanted, "{words}");
    }
}

/// Text taken from PDF often has the whole system on one line.
#[test]
fn headings_in_capitals_within_a_line_are_found() {
    let text = "AGENCY: Lighthouse Service. SYSTEM NAME: LHS-1, Lamps. SECURITY CLASSIFICATION: None. SYSTEM LOCATION: On the rocks. \
                STORAGE: Paper files. RETRIEVABILITY: Records are retrieved by name. SYSTEM MANAGER(S) AND ADDRESS: Chief, Lamp Branch, \
                12 Nowhere Quay, Portland, ME 04101. NOTIFICATION PROCEDURE: Write to the system manager. RECORD ACCESS PROCEDURES: Same as \
                above. CONTESTING RECORD PROCEDURES: Same as above. EXEMPTIONS CLAIMED FOR THE SYSTEM: None.";
    let read = notices::read_text("one-line.txt", text).expect("read");
    let system = &read.systems[0];
    assert_eq!((system.number.as_str(), system.name.as_str()), ("LHS-1", "Lamps"));
    assert_eq!(system.retrieval_identifiers, ["name"]);
    assert_eq!(system.notification[0].office, "Chief, Lamp Branch");
    assert!(!system.exempt);
}

#[test]
fn a_manager_of_a_part_has_its_scope() {
    let system = system(
        "LHS-1, Lamps",
        &[(
            "SYSTEM MANAGER(S) AND ADDRESS",
            "For records of oil lamps: Chief, Lamp Branch, Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101.\n\n\
             For records of horns: Chief, Horn Branch, Lighthouse Service, 14 Nowhere Quay, Portland, ME 04101.",
        )],
    );
    let found: Vec<_> = system
        .managers
        .iter()
        .map(|one| (one.title.as_str(), one.scope.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(
        found,
        [("Chief, Lamp Branch", "records of oil lamps"), ("Chief, Horn Branch", "records of horns")]
    );
}

#[test]
fn an_office_that_was_resolved_says_so() {
    let system = procedures("Write to the Chief, Lamp Branch.", "Same as above.", "Same as above.");
    assert!(system.notification[0].resolved, "the address is the manager's");
    let system = procedures(
        "Write to the Privacy Officer, 16 Nowhere Quay, Portland, ME 04101.",
        "Same as above.",
        "Same as above.",
    );
    assert!(!system.notification[0].resolved);
}

/// Text taken from a page in columns: the words of the first heading stand behind the second.
#[test]
fn columns_that_ran_together_are_flagged_and_give_no_wrong_fact() {
    let text = "AGENCY: Lighthouse Service.\n\nSYSTEM NAME AND NUMBER: Lamps, LHS-1\n\nSYSTEM LOCATION:\nOn the rocks.\n\n\
                AUTHORITY FOR THE MAINTENANCE OF THE SYSTEM: POLICIES AND PRACTICES FOR RETRIEVAL OF RECORDS: The Lighthouse \
                Act of 1789, as amended, and orders under it.\n\nSTORAGE:\nPaper.\n\nHISTORY:\nNone.\n";
    let read = notices::read_text("mixed.txt", text).expect("read");
    let system = &read.systems[0];
    assert!(system.retrieval_identifiers.is_empty(), "{:?}", system.retrieval_identifiers);
    assert!(
        system
            .not_understood
            .iter()
            .any(|said| said.contains("RETRIEVAL OF RECORDS") && said.contains("by hand")),
        "{:?}",
        system.not_understood
    );
}

#[test]
fn an_appendix_is_looked_up_and_joins_no_section() {
    let text = "AGENCY: Lighthouse Service.\n\nSYSTEM NAME AND NUMBER: LHS-1, Lamps\n\nSYSTEM LOCATION:\nField offices of the \
                Service (see Appendix E for address information).\n\nSTORAGE:\nPaper.\n\nSYSTEM MANAGER(S):\nChief, Lamp Branch.\n\n\
                NOTIFICATION PROCEDURE:\nContact the system manager (see Appendix E).\n\nEXEMPTIONS CLAIMED FOR THE SYSTEM:\nNone.\n\n\
                Appendix A\n\nOffices of other services.\n\nAppendix E—Field Offices\n\n\
                Chief, Lamp Branch, Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101.\n\n\
                Keeper, Far Rock, 1 Nowhere Rock, Eastport, ME 04631.\n\n[FR Doc. 2020-1 Filed 1-2-20]\n";
    let read = notices::read_text("appendix.txt", text).expect("read");
    let system = &read.systems[0];
    assert_eq!(system.section("exemptions"), Some("None."));
    assert_eq!(system.appendices.len(), 1, "{:?}", system.appendices);
    assert_eq!(system.appendices[0].heading, "Appendix E—Field Offices");
    assert!(system.appendices[0].text.contains("1 Nowhere Rock"));
    assert_eq!(system.managers[0].address, "Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101");
    assert_eq!(system.notification[0].address, "Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101");
}

/// A handbook sets number and name above plain headings, each on the line over its words.
#[test]
fn a_handbook_without_colons_is_read() {
    let text = "Handbook of Lighthouses\n\nAppendix. Systems of Records\n\nLHS 100.000\nKeepers' Files\n\nSystem Location\nAll lighthouses.\n\n\
                Categories of Individuals Covered by the System\nKeepers.\n\nStorage\nPaper.\n\nRetrievability\nBy name or number.\n\n\
                System Manager(s) and Address\nChief, Lamp Branch, Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101.\n\n\
                Notification Procedure\nKeepers must address inquiries to the system manager.\n\n\
                Systems Exempted From Certain Provisions of the Act\nNone.\n\nLHS 100.100\nVisitors' Files\n\nSystem Location\nThe far rock.\n\n\
                Storage\nPaper.\n\nRetrievability\nBy date.\n\nSystems Exempted From Certain Provisions of the Act\n5 U.S.C. 552a(k)(2).\n";
    let read = notices::read_text("handbook.txt", text).expect("read");
    let found: Vec<_> =
        read.systems.iter().map(|system| (system.number.as_str(), system.name.as_str())).collect();
    assert_eq!(found, [("LHS 100.000", "Keepers' Files"), ("LHS 100.100", "Visitors' Files")]);
    let keepers = &read.systems[0];
    assert_eq!(keepers.locations, ["All lighthouses"]);
    assert_eq!(keepers.notification[0].office, "Chief, Lamp Branch");
    assert_eq!(keepers.section("exemptions"), Some("None."));
    assert_eq!(read.systems[1].exemptions, ["5 U.S.C. 552a(k)(2)"]);
}

/// Given pages of one wide column whose typesetter divides words with a hyphen that nobody types, the words are whole.
#[test]
fn words_that_a_typesetter_divided_are_whole_in_any_width() {
    let text = "AGENCY: Lighthouse Service.\n\nSYSTEM NAME AND NUMBER: LHS-9, Oil and Wick Accounts of Every Keeper who is em\u{2010}\n\
                ployed.\n\nSYSTEM LOCATION:\nPortland.\n\nSYSTEM MANAGER(S):\nChief, Lamp Branch, Division of Administra\u{2010}\n\
                tion, Lighthouse Service, 12 Nowhere Quay, Portland, ME 04101.\n\nPOLICIES AND PRACTICES FOR RETRIEVAL OF RECORDS:\n\
                By name of the keeper who is the subject of the account, or by his or her account num\u{2010}\nber.\n\nHISTORY:\nNone.\n";
    let read = notices::read_text("wide.txt", text).expect("read");
    let system = &read.systems[0];
    assert!(system.name.ends_with("who is employed"), "{}", system.name);
    assert_eq!(system.managers[0].title, "Chief, Lamp Branch, Division of Administration");
    assert!(system.section("retrieval").is_some_and(|words| words.ends_with("account number.")));
}

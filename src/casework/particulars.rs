//! What the requester gave so that the record can be found, as it may be shown.

/// The value as screens and papers may show it: of a Social Security number only the last four digits.
pub fn shown(name: &str, value: &str) -> String {
    let digits: Vec<char> = value.chars().filter(char::is_ascii_digit).collect();
    if is_ssn_name(name) || digits.len() == 9 {
        let last: String = digits.iter().skip(digits.len().saturating_sub(4)).collect();
        return format!("•••-••-{last}");
    }
    value.to_owned()
}

fn is_ssn_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name == "ssn" || name.contains("social")
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn of_a_social_security_number_only_the_last_four_digits_are_shown() {
        assert_eq!(shown("ssn", "987-65-4320"), "•••-••-4320");
        assert_eq!(shown("identifier", "987 65 4320"), "•••-••-4320");
        assert_eq!(shown("chat_date", "2026-03-03"), "2026-03-03");
    }
}

//! How long things took: middle, mean and spread, from how many took how many days.

use serde::Serialize;
use std::collections::BTreeMap;

/// The middle, the mean and the spread of a number of days.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Spread {
    /// How many cases.
    pub cases: u32,
    /// Half took no longer, in days; between two middle ones, halfway.
    pub median: f64,
    /// The sum divided by the number, in days.
    pub mean: f64,
    /// The standard deviation of all of them, in days.
    pub deviation: f64,
    /// A quarter took no longer, in days.
    pub lower_quartile: u32,
    /// Three quarters took no longer, in days.
    pub upper_quartile: u32,
    /// Nine in ten took no longer, in days.
    pub ninth_decile: u32,
    /// The shortest, in days.
    pub shortest: u32,
    /// The longest, in days.
    pub longest: u32,
}

impl Spread {
    /// Of how many took how many days; nothing where there is none.
    pub fn of(times: &BTreeMap<u32, u32>) -> Option<Spread> {
        let cases: u64 = times.values().map(|count| u64::from(*count)).sum();
        let (shortest, longest) = (*times.keys().next()?, *times.keys().next_back()?);
        if cases == 0 {
            return None;
        }
        let number = cases as f64;
        let mean =
            times.iter().map(|(days, count)| f64::from(*days) * f64::from(*count)).sum::<f64>() / number;
        let variance = times
            .iter()
            .map(|(days, count)| (f64::from(*days) - mean).powi(2) * f64::from(*count))
            .sum::<f64>()
            / number;
        // The place of a share is the least by which that share is reached (nearest rank).
        let share = |percent: u64| at(times, (cases * percent).div_ceil(100).max(1));
        Some(Spread {
            cases: u32::try_from(cases).unwrap_or(u32::MAX),
            median: f64::midpoint(
                f64::from(at(times, cases.div_ceil(2))),
                f64::from(at(times, cases / 2 + 1)),
            ),
            mean,
            deviation: variance.sqrt(),
            lower_quartile: share(25),
            upper_quartile: share(75),
            ninth_decile: share(90),
            shortest,
            longest,
        })
    }
}

/// The days of the case at a place, counted from 1 by length.
fn at(times: &BTreeMap<u32, u32>, place: u64) -> u32 {
    let mut passed = 0;
    for (days, count) in times {
        passed += u64::from(*count);
        if passed >= place {
            return *days;
        }
    }
    times.keys().next_back().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spread(days: &[u32]) -> Option<Spread> {
        let mut times = BTreeMap::new();
        for day in days {
            *times.entry(*day).or_insert(0) += 1;
        }
        Spread::of(&times)
    }

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        let four = spread(&[2, 4, 9, 30]).unwrap();
        assert_eq!((four.median, four.mean), (6.5, 11.25));
        assert_eq!((four.lower_quartile, four.upper_quartile, four.ninth_decile), (2, 9, 30));
        assert!((four.deviation - 11.122_387).abs() < 0.001, "{}", four.deviation);
        assert_eq!(spread(&[5]).unwrap().median, 5.0);
        assert_eq!(spread(&[]), None);
    }

    proptest! {
        #[test]
        fn counted_or_one_by_one_it_is_the_same(mut days in prop::collection::vec(0_u32..400, 1..200)) {
            let counted = spread(&days).unwrap();
            days.sort_unstable();
            let half = days.len() / 2;
            let median = if days.len() % 2 == 1 {
                f64::from(days[half])
            } else {
                f64::midpoint(f64::from(days[half - 1]), f64::from(days[half]))
            };
            prop_assert_eq!(counted.median, median);
            let mean = days.iter().map(|day| f64::from(*day)).sum::<f64>() / days.len() as f64;
            prop_assert!((counted.mean - mean).abs() < 1e-9);
            prop_assert!(counted.shortest <= counted.lower_quartile && counted.lower_quartile <= counted.upper_quartile);
            prop_assert!(counted.upper_quartile <= counted.ninth_decile && counted.ninth_decile <= counted.longest);
            prop_assert!(days.iter().filter(|day| **day <= counted.ninth_decile).count() * 10 >= days.len() * 9);
        }
    }
}

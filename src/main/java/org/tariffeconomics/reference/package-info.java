/**
 * The bundled, cited, dated facts.
 *
 * <p>{@link org.tariffeconomics.reference.UsTariffs} is the tariff law of the United States from 1
 * January 2025 on: the ordinary duties and preferences of every line of chapters 1 to 98, and the
 * additional duties; {@link org.tariffeconomics.reference.UsualFacts} is what importers usually
 * declare. Both are text files beside the classes.
 *
 * <p>{@link org.tariffeconomics.reference.Importers} are the other sides of the border: the
 * European Union and its members, the United Kingdom, Japan, Korea, China, Canada and others, with
 * their {@link org.tariffeconomics.reference.PartnerTariffs tariffs}, borders, quotas and
 * retaliation; each fact says whether it rests on an official text, on two reports or on one
 * source.
 *
 * <h2>How far the tariff facts were checked</h2>
 *
 * <p>Ordinary duties and preferences are those of the official schedules (2025 Basic Edition to
 * 2026 Revision 10), made by a program from all 44 releases and their change records; a test
 * compares whole releases line by line. Section 301 lists and the headings of chapter 99 with their
 * rates were read there too. Which lines a programme reaches stands in the notes to chapter 99:
 * these were read in public transcriptions, compared with each other where there are two. What came
 * after June 2026 was read in the proclamations and notices only. What is not held, or in part
 * only, {@link org.tariffeconomics.reference.UsCoverage} says by programme and day.
 *
 * <h2>How to add a release of the schedule</h2>
 *
 * <ol>
 *   <li>Put its JSON (gzip) beside the earlier ones, and the text of its change record.
 *   <li>Add its row to {@code src/facts/resources/us-releases.csv}: name of the file, days.
 *   <li>Run {@code mvn -q -B -Pfacts -DskipTests test-compile exec:exec -Dfacts.from="RELEASES
 *       RECORDS"}. It says what changed; a change of a rate that no record explains is refused
 *       until it stands in {@code us-slips.csv} with a reason.
 *   <li>Add the release to {@code UsScheduleTest}, run the tests, commit the changed chapters.
 *   <li>{@code UsListsTest} names each number that a list names and the release ended: write it and
 *       the numbers in its place to {@code src/facts/resources/us-renumbered.csv} and make the
 *       lists anew.
 * </ol>
 *
 * <p>The rest is made by the same command with {@code -Dfacts.make}, {@code -Dfacts.to} and {@code
 * -Dfacts.from}, the same bytes from the same input: {@code TariffLists} ({@code us/lists}, from
 * the folders of lists, of other trackers' lists and of all releases), {@code TariffHeadings}
 * ({@code us/provisions.csv}, from the file of headings), {@code Imports} ({@code us/imports-2024},
 * from the file of imports by statistical line), {@code Shares} ({@code us/shares}, from the
 * bundled imports, that file and the folder of shares).
 *
 * <h2>How to add a fact</h2>
 *
 * <ol>
 *   <li><b>Find the text.</b> A fact needs the document that makes it law and the day the document
 *       bears. An announcement, a press report or another tracker is no source of law; a row that
 *       rests on one gets the verification {@code UNVERIFIED} (or {@code PARTLY}, where two
 *       published texts differ or only a part was read), and stays out of the book unless asked
 *       for.
 *   <li><b>Find the file.</b> One file a group of programmes. A new programme gets a row in {@code
 *       programmes.csv} and its place in {@code yields.csv}: which layers it yields to, from when.
 *   <li><b>Write the row.</b> {@code from} is the first day of force; {@code until} the first day
 *       no longer in force, so “through 23 July” is {@code until} 24 July. {@code known_from} is
 *       the day on which the text that amends the schedule was published, which for a retroactive
 *       law is later than {@code from}. Both days of an end that was not fixed at the beginning:
 *       {@code until} and {@code end_known_from}.
 *   <li><b>End the row it replaces</b> on the same day, or, where the new law reaches back, leave
 *       the old row alone: of two rows for the same goods the later known one counts.
 *   <li><b>Choose the rule.</b> “In addition to” is {@code ADDS}; “the total shall be 15 percent”
 *       is {@code TOPS_UP_TO}; “net of the MFN rate”, whatever rate is claimed, is {@code
 *       TOPS_UP_ORDINARY_TO}; “shall not apply to” is {@code EXEMPTS} with the programme as its
 *       target; “in lieu of” is {@code REPLACES}. A displacement of one programme by another on all
 *       their goods is no row but a yield.
 *   <li><b>State the scope as the text does</b>, by the shortest codes that are exact. Never add a
 *       line to a scope because it seems likely: leave it out and say so in the file's head.
 *   <li><b>Move {@code FACTS_THROUGH}</b> in {@code UsTariffs} only when every programme was looked
 *       at for the days in between.
 *   <li><b>Test it</b>: the day before, the first day, and, for a retroactive law, both what is law
 *       and what was known. Expected numbers come from the text, not from the book.
 * </ol>
 *
 * <p>Behind the verbs of {@code Tariffs} stand {@link org.tariffeconomics.reference.UsDeals},
 * {@link org.tariffeconomics.reference.UsLetters}, {@link
 * org.tariffeconomics.reference.UsDealSizes}, {@link org.tariffeconomics.reference.UsStudies} and
 * {@link org.tariffeconomics.reference.PartnerStudies}, which take types.
 *
 * <p>Also here: {@link org.tariffeconomics.reference.UsInterest}, the interest on overpaid duties;
 * {@link org.tariffeconomics.reference.UsAssumptions}, shares of claims and metals and uses in
 * words to assume by name; {@link org.tariffeconomics.reference.UsReleaseAge}, of which days a
 * release is. {@link org.tariffeconomics.reference.BundledBookForm} is public only for the loading
 * of services: it lets the bundled book be serialized.
 *
 * <p>All values and results are immutable and may be used by several threads; the same question has
 * the same answer on one thread or many.
 *
 * <p><a href="doc-files/examples.html">Worked examples, with what they print</a>.
 *
 * @since 0.1.0
 */
@NullMarked
package org.tariffeconomics.reference;

import org.jspecify.annotations.NullMarked;

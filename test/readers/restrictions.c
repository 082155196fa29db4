/* Reads each .ics named on the command line with libical, has it checked against iTIP's restrictions, and prints a line for
   each: the file, the method, the events, and how many errors libical noted (they go to stderr). */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int report(icalcomponent *component) {
  int count = 0;
  for (icalproperty *each = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); each;
       each = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
    fprintf(stderr, "%s", icalproperty_as_ical_string(each));
    count++;
  }
  for (icalcomponent *child = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); child;
       child = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) count += report(child);
  return count;
}

int main(int argc, char **argv) {
  for (int at = 1; at < argc; at++) {
    FILE *file = fopen(argv[at], "rb");
    if (!file) return 2;
    static char text[1 << 20];
    size_t length = fread(text, 1, sizeof text - 1, file);
    text[length] = 0;
    fclose(file);
    icalcomponent *root = icalparser_parse_string(text);
    if (!root) { printf("%s unreadable\n", argv[at]); continue; }
    int sound = icalrestriction_check(root);
    icalproperty_method method = icalcomponent_get_method(root);
    printf("%s %s events=%d sound=%d errors=%d\n", strrchr(argv[at], '/') + 1,
           method == ICAL_METHOD_NONE ? "NONE" : icalproperty_method_to_string(method),
           icalcomponent_count_components(root, ICAL_VEVENT_COMPONENT), sound, report(root));
    icalcomponent_free(root);
  }
  return 0;
}

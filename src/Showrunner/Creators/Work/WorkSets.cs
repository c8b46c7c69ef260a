using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Creators.Work;

public static class WorkSets
{
    extension(AppDb db)
    {
        public DbSet<CreatorLabel> CreatorLabels => db.Set<CreatorLabel>();
        public DbSet<Segment> Segments => db.Set<Segment>();
        public DbSet<CreatorAction> CreatorActions => db.Set<CreatorAction>();
        public DbSet<CreatorStep> CreatorSteps => db.Set<CreatorStep>();
    }
}
